# SPDX-License-Identifier: MIT
# Unpacking in assignments, loops, calls, displays, comprehensions, with nesting and stars.

a, b = 1, 2
(c, d) = [3, 4]
[e, f] = "ef"
g, = [7]
(h), (i, j) = 8, (9, 10)
print(a, b, c, d, e, f, g, h, i, j)
a, b = b, a
a, b, c = c, a, b
print(a, b, c)
first, *middle, last = range(6)
*init, end = "abc"
head, *tail = (1,)
x, *y, z = 1, 2
*all_, = [1, 2]
print(first, middle, last, init, end, head, tail, x, y, z, all_)
(p, *q), [r, (s, *t)] = "pqr", (1, [2, 3, 4])
print(p, q, r, s, t)
for k, v in {"a": 1, "b": 2}.items():
    print(k, v)
for n, (m, *o) in enumerate([(1, 2, 3), "xy"]):
    print(n, m, o)
for i, in [(1,), (2,)]:
    print(i)
print([a + b for a, b in [(1, 2), (3, 4)]], {k: v for k, v in ["ab", "cd"]}, [t for _, *t in [(1, 2, 3)]])
lst = [0, 0, 0]
obj = type("Obj", (), {})()
lst[0], obj.attr, lst[1:], (obj.inner, *obj.rest) = 1, 2, [3, 4, 5], "xyz"
print(lst, obj.attr, obj.inner, obj.rest)
i = 0
i, lst[i] = 3, "third"
print(i, lst)
m = n = [1, 2]
q = (r, s) = 5, 6
u, v = w = "uv"
print(m is n, q, r, s, u, v, w)
print([*range(3), *"ab"], (*[1], 2, *()), {*[1, 2], *{2, 3}} == {1, 2, 3}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(*[1, 2], *"xy", sep=",")


def gen():
    yield from (1, 2, 3)


a, b, c = gen()
d, *e = gen()
f, g = {"k1": 1, "k2": 2}
h, i = {1: 2}.popitem()
print(a, b, c, d, e, f, g, h, i)


def returns():
    rest = 2, 3
    return 1, *rest


def yields():
    rest = [2]
    yield 0, *rest


print(returns(), list(yields()), [x for x in (*"ab", 1)])
x = 1, *[2, 3]
y = *"ab", "c"
print(x, y)
data = [("ann", (30, "paris")), ("bob", (25, "rome"))]
for name, (age, city) in data:
    print(name, age, city)
(a, b), c = divmod(17, 5), "c"
print(a, b, c)
values = {"pos": (1, 2)}
values["x"], values["y"] = values.pop("pos")
print(values)
for values["loop"] in range(3):
    pass
print(values)
for obj.field, lst[0] in [(1, 2), (3, 4)]:
    print(obj.field, lst[0])
