# SPDX-License-Identifier: MIT
# Tuples: making, comparing, hashing, nesting, repr, methods, what is immutable about them.
# mpy-differs: mpy-cross leaves a slice of a constant tuple to the device, which cannot do it

print((), (1,), (1, 2), tuple("ab"), tuple([1, (2, [3])]), tuple({1: 2}), tuple(range(3)), tuple(), ((),))
print((1, 2) + (3,), (1,) * 3, 0 * (1,), (1, 2) * -1, () + (), (1, 2)[0], (1, 2)[-1], (1, 2, 3)[::-1], (1, 2, 3)[5:])
for a, b in (((1, 2), (1, 3)), ((1,), (1, 0)), ((), (0,)), (("a", 1), ("a", 1.0)), ((1, (2, 3)), (1, (2, 4)))):
    print(a < b, a <= b, a == b, a != b, a > b, a >= b)
print(hash((1, 2)) == hash((1.0, 2.0)), hash(()) == hash(tuple()), (1, "a") in {(1, "a"): 0}, {(1, 2), (1, 2)} == {(1, 2)})
for bad in (([],), (1, {}), ({1},)):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
t = ([], 1)
t[0].append("x")
try:
    t[0] += ["y"]
except TypeError as e:
    print(e, t)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    t.append(1)
except AttributeError as e:
    print(e)
print((3, 1, 2).index(1), (3, 1, 1).count(1), 2 in (3, 1, 2), max((3, 1)), sum((1, 2, 3)), len((0,) * 50), sorted((3, 1, 2)))
a, *b = (1, 2, 3)
(c, d), e = (4, 5), 6
print(a, b, c, d, e, tuple(x * 2 for x in (1, 2)), *(7, 8))
x = 1, 2
y = x
x += (3,)
print(x, y, tuple(x) is x, x[:] == x, (1, "a", 2.5, None, True, b"b", [1], {2: 3}))
print(min((1, "b"), (1, "a")), sorted([(2, "a"), (1, "z"), (1, "b")]), (1, 2) == [1, 2], isinstance((), tuple))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def total(self):
        return self[0] + self[1]


p = Pair(1, 2)
print(p, p.total, p == (1, 2), p + (3,), type(p + (3,)).__name__, len(p), hash(p) == hash((1, 2)), isinstance(p, tuple))
