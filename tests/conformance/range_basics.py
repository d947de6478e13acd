# SPDX-License-Identifier: MIT
# range: every argument form, indexing, slicing, membership, comparison.

for r in (range(5), range(2, 6), range(0, 10, 3), range(5, 0, -1), range(10, 0, -4), range(0), range(3, 3), range(5, 2), range(-3, 3)):
    print(r, list(r), len(r), bool(r))
r = range(3, 20, 4)
print(r[0], r[-1], r[2], r[1:3], r[::-1], r[::2], r[-2:], list(r[::-1]), r.start, r.stop, r.step)
print(7 in r, 8 in r, 7.0 in r, "x" in r, -1 in r, 19 in r, 3 not in r, r.index(11), r.count(7), r.count(8))
print(range(3) == range(0, 3, 1), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4), range(3) == [0, 1, 2])
print(hash(range(3)) == hash(range(0, 3)), {range(2): "r"}[range(2)], list(reversed(range(4))), sum(range(101)), max(range(5)), min(range(5, 0, -2)))
print(list(range(10 ** 20, 10 ** 20 + 3)), len(range(0, 10 ** 9, 7)), 10 ** 8 in range(10 ** 9), range(10 ** 12)[-1])
for bad in (5, -6):
    try:
        r[bad]
    except IndexError as e:
        print(e)
try:
    range(1, 5, 0)
except ValueError as e:
    print(e)
try:
    range(1.5)
except TypeError as e:
    print(e)
try:
    range()
except TypeError as e:
    print("TypeError")
try:
    r.index(8)
except ValueError as e:
    print(e)
try:
    r[0] = 1
except TypeError as e:
    print(e)
it = iter(range(2))
print(next(it), next(it), next(it, "end"))
for i in range(3):
    print(i, end=" ")
    i = 100
print(i)
for i in range(0):
    print("never")
else:
    print("else", i)
total = 0
for i in range(10, 0, -3):
    for j in range(i):
        total += j
print(total)
n = 3
for i in range(n):
    n = 10
print(i, n)
print([list(range(a, b)) for a in range(2) for b in range(3)], repr(range(1, 2, 3)), str(range(0)), [*range(3)], (*range(2),))
try:
    for i in range(10):
        if i == 4:
            raise ValueError(i)
except ValueError as e:
    print(e, i)
