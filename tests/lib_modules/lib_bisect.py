# SPDX-License-Identifier: MIT
# fz-search: stdlib
# bisect: positions, insertion, keys, bounds.
import bisect

grades = [60, 70, 80, 90]
print(["FDCBA"[bisect.bisect(grades, score)] for score in (33, 99, 77, 70, 89, 90, 100)])
items = [1, 2, 2, 2, 3, 5]
for x in (0, 1, 2, 3, 4, 5, 6):
    print(x, bisect.bisect_left(items, x), bisect.bisect_right(items, x), bisect.bisect(items, x))
print(bisect.bisect_left(items, 2, 2), bisect.bisect_right(items, 2, 0, 2), bisect.bisect_left(items, 9, 1, 3))
out = []
for x in (5, 1, 4, 1, 5, 9, 2, 6):
    bisect.insort(out, x)
print(out)
bisect.insort_left(out, 5)
bisect.insort_right(out, 0)
print(out)
rows = [("red", 5), ("blue", 1), ("yellow", 8), ("black", 0)]
rows.sort(key=lambda r: r[1])
print(bisect.bisect_left(rows, 5, key=lambda r: r[1]), bisect.bisect_right(rows, 5, key=lambda r: r[1]))
bisect.insort(rows, ("brown", 7), key=lambda r: r[1])
print(rows)
try:
    bisect.bisect([1], 2, -1)
except ValueError as e:
    print(e)
try:
    bisect.insort([1, 2], "x")
except TypeError as e:
    print(e)


class Odd:
    """A virtual sorted list: item i is 2 * i + 1."""

    def __len__(self):
        return 1000

    def __getitem__(self, i):
        return 2 * i + 1


print(bisect.bisect_left(Odd(), 501), bisect.bisect_right(Odd(), 501), bisect.bisect(Odd(), 10 ** 9))
words = sorted("the quick brown fox jumps".split())
print(words, bisect.bisect(words, "cat"), bisect.bisect_left(words, "fox"), bisect.bisect([], 1))
