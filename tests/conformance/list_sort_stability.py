# SPDX-License-Identifier: MIT
# Sorting keeps the order of what is equal, also in reverse, with keys, and with keys that raise or change the list.

records = [(name, i) for i, name in enumerate("banana split and more bananas".replace(" ", ""))]
by_name = sorted(records, key=lambda r: r[0])
print("".join(n for n, _ in by_name), [i for _, i in by_name])
backwards = sorted(records, key=lambda r: r[0], reverse=True)
print("".join(n for n, _ in backwards), [i for _, i in backwards])
for size in (0, 1, 2, 3, 10, 31, 32, 33, 64, 65, 100, 200):
    items = [(i * 7919 % 13, i) for i in range(size)]
    ordered = sorted(items, key=lambda p: p[0])
    assert all(a[0] < b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(ordered, ordered[1:]))
    down = sorted(items, key=lambda p: p[0], reverse=True)
    assert all(a[0] > b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(down, down[1:]))
    print(size, ordered[:4], down[:4], sum(i for _, i in ordered))


class Loose:
    compared = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Loose.compared += 1
        return self.n // 10 < other.n // 10


values = [Loose(n) for n in (25, 11, 29, 14, 3, 21, 8, 17, 2)]
print([v.n for v in sorted(values)], [v.n for v in sorted(values, reverse=True)], Loose.compared > 0)
items = [3, 1, 2]
try:
    items.sort(key=lambda x: 1 // (x - 2))
except ZeroDivisionError as e:
    print(e, items)
mixed = [3, "a", 1]
try:
    mixed.sort()
except TypeError as e:
    print(e, len(mixed))
growing = [5, 4, 3]
try:
    growing.sort(key=lambda x: growing.append(x) or x)
    print("not noticed")
except ValueError as e:
    print(e)
data = [0.5, 2, True, -1, 1.0, 10**20, -0.0, 0]
print(sorted(data), sorted(data, reverse=True), sorted("bca", key=ord), sorted({3: 1, 1: 2}), sorted([[2], [1, 5], [1]]))
words = "one two three four five six seven".split()
words.sort(key=len)
print(words)
words.sort(key=lambda w: w[-1], reverse=True)
print(words)
print(sorted(range(10), key=lambda n: (n % 3, -n)), sorted([], key=None), sorted((b"b", b"a")))
