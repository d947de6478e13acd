# SPDX-License-Identifier: MIT
# Scopes of comprehensions: no leaking, closures, class bodies, arguments, evaluation order.
# mpy-differs: mpy-cross evaluates the value of a dict item before its key

x = "outer"
print([x for x in range(3)], x, {x: x for x in "a"}, {x for x in "b"} == {"b"}, x)
try:
    [leak for leak in range(2)]
    leak
except NameError as e:
    print(e)


def local(n):
    x = 100
    inner = [x + i + n for i in range(2)]
    return inner, x, [n for n in range(2)], n


print(local(5))
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])


def closures():
    made = []
    for k in range(2):
        made.append([lambda j=j: (k, j) for j in range(2)])
    return [f() for group in made for f in group]


print(closures())
log = []


def note(v):
    log.append(v)
    return v


[note(("value", i, j)) for i in note(range(2)) if note(("if", i)) for j in note([7, 8])]
print(log)
log.clear()
{note("key"): note("value") for _ in range(1)}
print(log)


def first_iterable_is_outside():
    items = [1, 2]
    return [items for items in items], [[y for y in x] for x in [[1], [2]]]


print(first_iterable_is_outside())


size = "global size"


class Body:
    size = 2
    outer_only = [i for i in range(size)]
    inner = [size for _ in range(1)]
    table = {k: v for k, v in zip("ab", range(size))}


print(Body.outer_only, Body.inner, Body.table)


def uses_parameters(a, *args, key=None, **kw):
    return [a + i for i in args], {k: (v, key) for k, v in kw.items()}, [key for _ in range(1)]


print(uses_parameters(1, 2, 3, key="k", z=9))


def nonlocal_inside():
    count = 0

    def bump():
        nonlocal count
        count += 1
        return count
    return [bump() for _ in range(3)], count, [count for _ in range(2)]


print(nonlocal_inside())


def nested_scopes(n):
    return [[(n, i, j) for j in range(i)] for i in range(3)], [(lambda m: [m + n + i for i in range(2)])(k) for k in range(2)]


print(nested_scopes(7))


def generator_in_comprehension(rows):
    return [max(v for v in row if v != skip) for skip in (9,) for row in rows]


print(generator_in_comprehension([[1, 9, 3], [9, 2]]))
global_name = 5


def reads_global():
    return [global_name * i for i in range(3)], [len([global_name]) for _ in range(1)]


print(reads_global())


class Method:
    factor = 3

    def scaled(self, items):
        return [self.factor * i for i in items], {i: self for i in items}[items[0]] is self

    def with_super(self):
        return [self.__class__.__name__ for _ in range(2)]


print(Method().scaled([1, 2]), Method().with_super())


def yields():
    total = [i for i in range(3)]
    got = yield total
    yield [got for _ in range(2)]


g = yields()
print(next(g), g.send("sent"))


def try_inside():
    try:
        return [int(v) for v in ("1", "x")]
    except ValueError:
        return [v for v in "recovered"][:3]


print(try_inside(), [i for i in range(5) if i not in [j for j in range(5) if j % 2]])
