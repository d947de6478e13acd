# SPDX-License-Identifier: MIT
# Lists: displays, indexing, operators, comparison, text, aliasing.

a = [1, "two", 3.0, None, [4, 5]]
print(a, len(a), a[0], a[-1], a[4][1], [], list(), list("abc"), list((1, 2)), list(range(4)), list({1: 2}))
a[0] = 100
a[-1] = "last"
print(a, 100 in a, None in a, "x" in a, "x" not in a)
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * 0, [[]] * 2, [1] * -1)
print([1, 2] == [1, 2], [1, 2] != [1, 3], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 5], [1, 2] == (1, 2))
print([1, [2, [3]]] == [1, [2, [3]]], [1.0] == [1], [[1]] < [[2]])
b = a
b.append("shared")
print(a is b, a[-1], a == list(a), a is list(a), a[:] is a)
rows = [[0] * 2] * 3
rows[0][0] = 1
print(rows)
rows = [[0] * 2 for _ in range(3)]
rows[0][0] = 1
print(rows)
c = [1, 2]
c += [3]
c += (4, 5)
c += "ab"
d = c
d *= 2
print(c, c is d)
d = d + [0]
print(len(c), len(d), c is d)
e = [1]
e.append(e)
print(e, e[1] is e, len(e))
print(max([3, 1, 2]), min(["b", "a"]), sum([1, 2.5]), any([0, 1]), all([1, 0]), bool([]), bool([0]))
for bad in (10, -10):
    try:
        a[bad]
    except IndexError as err:
        print(err)
    try:
        a[bad] = 1
    except IndexError as err:
        print(err)
try:
    a["x"]
except TypeError as err:
    print(err)
try:
    [1] + (2,)
except TypeError as err:
    print(err)
try:
    [1] < ["a"]
except TypeError as err:
    print(err)
try:
    hash([])
except TypeError as err:
    print(err)
try:
    [1] * 1.5
except TypeError as err:
    print(err)
total = 0
for x in [1, 2, 3]:
    total += x
print(total, [x for x in reversed([1, 2, 3])], list(enumerate(["a", "b"])))
