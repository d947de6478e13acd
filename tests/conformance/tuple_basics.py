# SPDX-License-Identifier: MIT
# Tuples: displays, operators, methods, comparison, hashing.

t = (1, "two", 3.0)
print(t, len(t), t[0], t[-1], t[1:], t[::-1], (), (1,), tuple(), tuple("abc"), tuple([1, 2]), tuple(range(3)))
print(1, 2, (3, 4), ((5,), ()), repr((None, True)), str((1, "a'b")))
single = 5,
pair = 1, 2
print(single, pair, type(single).__name__, (1, 2,) == (1, 2))
print((1, 2) + (3,), (0,) * 3, 2 * ("a", "b"), (1,) * 0, () + ())
print((1, 2) == (1, 2), (1, 2) != (2, 1), (1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (0,), (2,) > (1, 99))
print((1, "a") < (2, 0), (1.0, 2) == (1, 2.0), (1, 2) == [1, 2])
print(2 in (1, 2), "x" not in (1, 2), (1, 2, 1, 1).count(1), (5, 6, 7).index(6), (1, 2, 1).index(1, 1))
print(bool(()), bool((0,)), max((3, 1, 2)), min((3, 1, 2)), sum((1, 2, 3)), sorted((3, 1, 2)), list((1, 2)))
print(hash((1, 2)) == hash((1, 2)), {(1, 2): "a"}[(1, 2)], {(0, (1,)): 1}[(0, (1,))], len({(1,), (1,), (2,)}))
for bad in (3, -4):
    try:
        t[bad]
    except IndexError as e:
        print(e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    (1,) + [2]
except TypeError as e:
    print(e)
try:
    (1, 2).index(9)
except ValueError as e:
    print(e)
try:
    hash(([],))
except TypeError as e:
    print(e)
try:
    (1, "a") < (1, 2)
except TypeError as e:
    print(e)
inner = [1]
holder = (inner, 2)
inner.append(5)
print(holder, holder[0] is inner)
t2 = t
t2 += (4,)
print(t, t2, t is t2)
for i, (a, b) in enumerate(((1, 2), (3, 4))):
    print(i, a + b)


def min_max(values):
    return min(values), max(values)


low, high = min_max([4, 8, 1])
print(low, high, min_max("hello"), (lambda: (1, 2))()[1])
