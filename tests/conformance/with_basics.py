# SPDX-License-Identifier: MIT
# with: as-targets of every kind, nesting, several managers, parenthesised form.

class Give:
    log = []

    def __init__(self, value):
        self.value = value

    def __enter__(self):
        self.log.append(("enter", self.value))
        return self.value

    def __exit__(self, *exc):
        self.log.append(("exit", self.value, exc[0] is None))


def flush():
    print(Give.log)
    Give.log.clear()


with Give(1) as x:
    print(x)
flush()
with Give((1, (2, [3, 4]))) as (a, (b, [c, d])):
    print(a, b, c, d)
with Give([1, 2, 3]) as [first, *rest]:
    print(first, rest)
holder = {}
with Give("v") as holder["key"]:
    print(holder)


class Obj:
    pass


o = Obj()
with Give("attr") as o.field:
    print(o.field)
flush()
with Give("a") as a, Give("b") as b:
    print(a + b)
with (Give("p") as p, Give("q") as q):
    print(p + q)
with (
    Give(1) as one,
    Give(2),
    Give(3) as three,
):
    print(one + three)
with (Give("just parens")):
    pass
with (Give("expr as") ) as e:
    print(e)
flush()
with Give(1) as n, Give(n + 1) as m:
    print(n, m)
flush()
for i in range(3):
    with Give(i):
        if i == 0:
            continue
        if i == 1:
            break
flush()


def returns():
    with Give("r") as r:
        return r + " returned"


def nested_return():
    with Give("outer"):
        for i in range(3):
            with Give(i):
                if i == 1:
                    return i


def generator():
    with Give("gen") as g:
        yield g
        yield g * 2


print(returns(), nested_return(), list(generator()))
flush()
with Give("x") as x:
    x = "rebound"
print(x)
flush()
managers = [Give(i) for i in range(2)]
with managers[0] as r0, managers[1] as r1:
    print(r0, r1)
with Give("outer") as v:
    with Give("inner") as w:
        print(v, w)
with Give(lambda: "called") as f:
    print(f())
Give.log.clear()
