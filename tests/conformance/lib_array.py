# SPDX-License-Identifier: MIT
# array: items, slices, bytes, limits.
from array import array


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as e:
        print(type(e).__name__)


a = array("h", [1, -2, 300])
a.append(4)
a.extend([5, 6])
a[1] = 7
print(a, a[0], a[-1], len(a), a[1:4], a[::-2], a.typecode, a.itemsize, list(a), 300 in a, a.count(4), a.index(300))
a.insert(1, 99)
a.insert(-100, 98)
print(a.pop(), a.pop(0), a, a.tobytes(), bytes(array("B", b"abc")), array("b"), array("d", [1.5, 2]))
a.remove(99)
del a[0]
del a[1:3]
a.reverse()
print(a, a == array("i", a.tolist()), a < array("h", [9]), a + array("h", [1]), a * 2, 2 * a, a != array("h"))
a += array("h", [3])
a *= 2
a[1:2] = array("h", [10, 11, 12])
print(a, a.tolist())
b = array("I")
b.frombytes(b"\x01\0\0\0\xff\xff\xff\xff")
b.fromlist([5])
b.byteswap()
print(b, sum(b), max(b), sorted(b), [x * 2 for x in b])
for code, value in (("b", 128), ("B", -1), ("h", 1.5), ("B", "x"), ("f", "x"), ("Q", 1 << 64), ("z", 0)):
    attempt(array, code, [value])
attempt(lambda: a[99])
attempt(lambda: a.pop(99))
attempt(lambda: array("i").pop())
attempt(lambda: a.remove(12345))
attempt(lambda: a + [1])
attempt(lambda: array("h", b"abc"))
attempt(lambda: hash(a))
f = array("f", [0.1, 1e10])
print([round(x, 5) for x in f], array("q", [-2 ** 63, 2 ** 63 - 1]), array("h", array("h", [1, 2])), array("i", range(4)))
