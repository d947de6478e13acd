# SPDX-License-Identifier: MIT
# fz-heap: 256K
# Loops whose sequence changes under them, enumerate and zip without their tuples, ranges at the
# ends of small integers.

items = [1, 2, 3]
for x in items:
    if len(items) < 6:
        items.append(x * 10)
print(items)
for i, x in enumerate(items):
    if x == 2:
        del items[i]
    print(i, x)
for i, x in enumerate(items):
    if i < 3:
        items.insert(0, i)
print(items)
for i, x in enumerate(items):
    items.clear()
print(items, list(enumerate(items)))
for i, x in enumerate(items):
    print("never")

steps = enumerate([7, 8, 9], 2 ** 30 - 2)
for i, x in steps:
    print(i, x)
for i, x in enumerate("ab", 2 ** 62):
    print(i, x)
for i, x in enumerate((x for x in "xy"), -1):
    print(i, x)
for i, x in enumerate({"k": 1, "l": 2}.items()):
    print(i, x)
kept = list(enumerate("ab"))
for pair in enumerate("ab"):
    kept.append(pair)
print(kept)
walk = enumerate([1, 2, 3, 4])
for i, x in walk:
    print(i, x, next(walk))
for (i, x), y in enumerate([1, 2]) if False else [((1, 2), 3)]:
    print(i, x, y)
try:
    for i, x in enumerate(5):
        pass
except TypeError as error:
    print(error)
try:
    for i, x, y in enumerate([1]):
        pass
except ValueError as error:
    print(error)
try:
    for i, x in zip([1, 2]):
        pass
except ValueError as error:
    print(error)

a, b = [1, 2, 3, 4], [5, 6, 7]
for x, y in zip(a, b):
    b.append(y + 1) if y < 9 else a.clear()
    print(x, y)
both = zip(a := [1, 2, 3], it := iter(a))
print(next(both), list(it), list(both))

table = {1: "a", 2: "b", 3: "c"}
for change in (lambda: table.__setitem__(9, "z"), lambda: table.pop(9), lambda: table.clear()):
    try:
        for key in table:
            change()
    except RuntimeError as error:
        print(error, sorted(table))
table = dict.fromkeys(range(3), 0)
for key in table:
    table[key] += key
for key, value in table.items():
    table[key] = (value, key)
print(table)
members = {1, 2}
try:
    for m in members:
        members.add(m + 100)
except RuntimeError as error:
    print(error)

for r in (range(2 ** 30 - 3, 2 ** 30 + 2), range(-2 ** 30 + 1, -2 ** 30 - 3, -1), range(2 ** 30 - 5, 2 ** 40, 2 ** 29),
          range(5, 5), range(0, -3), range(3, 0, -2), range(2 ** 64, 2 ** 64 + 2)):
    print([x for x in r], list(iter(r)), sum(r))
for i in range(2 ** 30 - 2, 2 ** 30 - 1):
    i += 5
    print(i)
for i in range(3):
    for i in range(i, 4):
        print(i, end=" ")
print(i)
try:
    for i in range(0, 5, 0):
        pass
except ValueError as error:
    print(error)


class Counter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


counter = Counter(3)
print([x for x in counter], [x for x in counter], list(zip(Counter(2), Counter(5))), list(enumerate(Counter(2))))
Counter.__next__ = lambda self: 1 // 0
try:
    for x in counter:
        pass
except ZeroDivisionError as error:
    print(error)


class Items:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index * index


print([x for x in Items()], list(enumerate(Items(), 1)), max(Items()))
