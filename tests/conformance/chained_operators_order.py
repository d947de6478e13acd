# SPDX-License-Identifier: MIT
# The order in which operands, targets, arguments and subscripts are evaluated.
# mpy-refused: FZ0520

log = []


def v(name, value=0):
    log.append(name)
    return value


def show(result):
    print(result, " ".join(log))
    log.clear()


show(v("a", 1) + v("b", 2) * v("c", 3))
show(v("a", 1) < v("b", 2) < v("c", 0) < v("d", 9))
show(v("a", 0) or v("b", 0) or v("c", 5) or v("d"))
show(v("a", 1) and v("b", 0) and v("c"))
show(v("yes", 1) if v("test", 1) else v("no"))
show([v("x", 1), v("y", 2)][v("index", 0)])
show({v("k1", 1): v("v1", 2), v("k2", 3): v("v2", 4)})
show({v("s1", 1), v("s2", 2)} == {1, 2})
show((lambda *a, **k: (a, k))(v("p1", 1), *v("star", [2]), v("p2", 3), x=v("x", 4), **v("dstar", {"y": 5})))
show(f"{v('f1', 1)} {v('f2', 2):{v('width', 3)}}")
show(v("a", 2) ** v("b", 3) ** v("c", 2))
show(-v("a", 5) + ~v("b", 1))
show(not v("a", 1) == v("b", 2))
show(v("a", [1]) is v("b", None) or v("c", 1) in v("d", [1]))
d = {}
d[v("key", "k")] = v("value", 1)
show(d)
x = [0, 0, 0]
x[v("i", 0)], x[v("j", 1)] = v("left", "L"), v("right", "R")
show(x)
x[v("k", 2)] += v("add", 5)
show(x)


class Target:
    def __setattr__(self, name, value):
        log.append(f"set {name}")

    def __setitem__(self, key, value):
        log.append(f"put {key}")

    def __getitem__(self, key):
        log.append(f"get {key}")
        return [1]

    def __delitem__(self, key):
        log.append(f"del {key}")


t = Target()
t.a = t.b = v("value", 1)
show("chain")
t[v("k")], t.c = v("one", 1), v("two", 2)
show("tuple")
t["z"] += v("more", [2])
show("augmented")
del t[v("x", 1)], t[v("y", 2)]
show("deleted")
for t[v("slot", "s")] in v("source", [1, 2]):
    log.append("body")
show("loop")
show([v("elt", i) for i in v("iter", range(2)) if v("cond", True)])
show({v("key", i): v("val", i) for i in range(1)})


def f(a=v("default a", 1), *, b=v("default b", 2)):
    return a, b


show(f(b=v("b", 3), a=v("a", 4)))


@v("decorator 1", lambda g: g)
@v("decorator 2", lambda g: g)
class C(v("base", object), metaclass=v("meta", type)):
    v("body")


show(C.__name__)
try:
    v("cond", 0)
    assert v("test", 0), v("message", "m")
except AssertionError as e:
    show(e)
try:
    raise v("exception", ValueError("e")) from v("cause", KeyError("c"))
except v("kind", ValueError) as e:
    show(repr(e.__cause__))
with v("manager", __import__("contextlib").nullcontext(1)) if False else v("manager", open if False else type("M", (), {"__enter__": lambda s: v("enter", 1), "__exit__": lambda s, *a: v("exit")})()) as t.w:
    v("with body")
show("with")
print([a for a in [v("once", 1)] * 3], log)
