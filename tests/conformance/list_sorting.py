# SPDX-License-Identifier: MIT
# sort and sorted: order, key, reverse, stability, errors, in-place semantics.

data = [5, 3, 8, 1, 9, 2, 7, 3]
print(sorted(data), data, sorted(data, reverse=True), data.sort(), data)
words = ["banana", "Apple", "cherry", "date", "apple", "Fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)))
print(sorted(words, key=len, reverse=True), sorted("hello"), sorted({3, 1, 2}), sorted({"b": 1, "a": 2}), sorted((2, 1)))
pairs = [(2, "b"), (1, "z"), (2, "a"), (1, "y"), (2, "c")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted(pairs, key=lambda p: p[1]), sorted([[2], [1, 5], [1]]), sorted([True, 0, 2, False, 1]))
print(sorted([1.5, 1, -2, 10 ** 20, -0.5]), sorted([]), sorted([1]), sorted([2, 1]), sorted([b"b", b"a"]))
calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted([3, 1, 2], key=key), calls)
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
try:
    [3, None].sort()
except TypeError as e:
    print(e)
try:
    sorted([1, 2], key=lambda x: 1 // 0)
except ZeroDivisionError as e:
    print(e)
try:
    sorted(5)
except TypeError as e:
    print(e)


class Version:
    def __init__(self, major, minor):
        self.major, self.minor = major, minor

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)

    def __repr__(self):
        return f"v{self.major}.{self.minor}"


print(sorted([Version(1, 2), Version(0, 9), Version(1, 0)]), max([Version(1, 2), Version(3, 0), Version(2, 5)], key=lambda v: v.minor))
ordered = []
state = 7
for i in range(40):
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    ordered.append((state >> 8) % 50)
check = sorted(ordered)
print(check, all(check[i] <= check[i + 1] for i in range(39)), sorted(check, reverse=True) == check[::-1])
tagged = sorted(((v % 4, i) for i, v in enumerate(ordered[:16])), key=lambda t: t[0])
print(tagged)
print(sorted(range(30), key=lambda n: n * 7 % 30), list(reversed(sorted("cab"))))
