# SPDX-License-Identifier: MIT
# slice objects: construction, attributes, indices, use with user classes.

s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(2, 4), slice(None), repr(slice("a", "b")))
print(slice(1, 2) == slice(1, 2), slice(1, 2) != slice(1, 3), slice(1) == slice(None, 1, None))
for args in ((None, None, None), (2, None, None), (None, -1, None), (None, None, -1), (100, -100, -3), (3, 1, 1)):
    print(args, slice(*args).indices(8), slice(*args).indices(0), list(range(*slice(*args).indices(8))))
data = list("abcdefgh")
print(data[s], data[slice(-3, None)], "string"[slice(1, 4)], (1, 2, 3, 4)[slice(None, None, -1)], b"bytes"[slice(2)])


class Probe:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


p = Probe()
print(p[1], p[1:2], p[1:2:3], p[:], p[::], p[::-1], p[:, 1], p[1:2, 3], p["k"], p[()], p[1,], p[None], p[...])
p[1:] = "x"
p[1, 2] = "y"
p[::2] = "z"
del p[0], p[:5], p[1:2, ...]
p[0] = p[1] = "chain"
p[2] += 1


class Window:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Window([self.items[i] for i in range(*key.indices(len(self.items)))])
        return self.items[key]

    def __repr__(self):
        return f"Window({self.items})"


w = Window([1, 2, 3, 4, 5])
print(w[1], w[1:3], w[::-2], w[-1], w[:][0], list(w), len(w[2:]))
try:
    slice(1, 2, 3, 4)
except TypeError:
    print("TypeError")
try:
    s.start = 5
except AttributeError:
    print("AttributeError")
try:
    hash(s)
except TypeError as e:
    print(e)
try:
    [1, 2][slice(1, "x")]
except TypeError as e:
    print(e)
try:
    slice(0, 1, 0).indices(5)
except ValueError as e:
    print(e)

# Steps as great as an index can be.
import sys

for step in (sys.maxsize, 2**31 - 1, -(2**31 - 1), -sys.maxsize):
    items = list(range(5))
    items[1::step] = "a" * len(items[1::step])
    print(items, [1, 2, 3][1::step], (1, 2, 3)[-1::step], "abc"[1::step], b"abc"[1::step])
    del items[1::step]
    print(items)
