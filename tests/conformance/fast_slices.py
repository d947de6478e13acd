# SPDX-License-Identifier: MIT
# Slices of lists and tuples: every pair of bounds and step, read and assigned; and what the short way
# must leave alone.

bounds = (None, -2 ** 40, -7, -5, -4, -1, 0, 1, 3, 4, 5, 6, 2 ** 30 - 1, 2 ** 64)
total = 0
for sequence in ([0, 1, 2, 3, 4], (0, 1, 2, 3, 4), [], (), [9]):
    for start in bounds:
        for stop in bounds:
            parts = [sequence[start:stop]]
            for step in (None, 1, 2, 3, -1, -2, -7, 2 ** 30 - 1, -2 ** 30, 2 ** 70, -2 ** 70):
                part = sequence[start:stop:step]
                assert type(part) is type(sequence)
                parts.append(part)
                for x in part:
                    total = (total * 31 + x + 1) % 1000003
            if start in (None, -4, 1) and stop in (None, -1, 3) and len(sequence) == 5:
                print(start, stop, parts)
print(total)

for start in (None, 0, 1, -2, 5, 9):
    for stop in (None, 0, 2, -1, 9):
        for step in (None, 1, -1, 2, -3):
            for given in ([], [7], [7, 8], (7, 8, 9), [7, 8, 9, 10, 11], (x for x in (5, 6)), "ab"):
                x = [0, 1, 2, 3, 4]
                try:
                    x[start:stop:step] = given
                    total = (total * 31 + len(x) + (x[0] if x and type(x[0]) is int else 50)) % 1000003
                except ValueError as error:
                    total = (total * 33 + len(str(error))) % 1000003
print(total)

x = [0, 1, 2, 3]
x[:] = x
print(x)
x[1:3] = x
print(x)
x[::2] = x[1::2]
print(x)
x[:3] = x[2::-1]
print(x)
x[::-1] = x
print(x)
x[0:0] = x[1:2]
print(x, x[1:1], x[:0], x[9:])
copy = x[:]
copy[0] = "other"
print(x[0], copy is x, x[:] == x, (1, 2, 3)[:] == (1, 2, 3))
del x[::2], x[:1]
print(x)
y = [[1, 2], [3, 4]]
z = y[:]
z[0][0] = "shared"
z[1:] = [[0]]
print(y, z)
x = [1, 2, 3]
x[1:2], x[0] = [9, 8], 7
print(x)
x[:2] += [1]
print(x)


class Own(list):
    def __getitem__(self, key):
        return ("get", key)

    def __setitem__(self, key, value):
        print("set", key, value)


class Index:
    def __init__(self, n, change=None):
        self.n, self.change = n, change

    def __index__(self):
        if self.change is not None:
            self.change.clear()
        return self.n


own = Own([1, 2, 3])
print(own[:2], own[::-1])
own[1:] = [5]
x = [1, 2, 3, 4]
print(x[Index(1):Index(3)], x[:True], x[False:])
x[Index(1):2] = "xy"
print(x, x[Index(0, x):])
for use in (lambda: x["a":], lambda: x[::0], lambda: x[1.0:], lambda: (1, 2)[::0], lambda: total[1:], lambda: {}[1:2],
            lambda: x.__setitem__(slice(0, 1), 5)):
    try:
        print(use())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__)


def assign(target, value):
    target[0:1] = value


for target, value in (([1], 5), ((1,), [2]), ("a", "b"), ([1], [2, 3]), (None, [])):
    try:
        assign(target, value)
        print(target)
    except TypeError as error:
        print(error)
print("hello"[1:3], b"hello"[::-1], bytearray(b"abc")[1:], range(10)[2:8:3])
big = list(range(100))
for i in range(20):
    big[i:i + 50] = big[i + 49:i - 1 if i else None:-1]
print(big[:8], sum(big), len(big))
