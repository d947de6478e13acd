# SPDX-License-Identifier: MIT
# Every way of changing a bytearray, and what it refuses.


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


b = bytearray(b"hello")
b.append(33)
attempt(b.append, 256)
attempt(b.append, "x")
b.extend(b" you")
b.extend([46, 46])
b.extend(range(48, 51))
attempt(b.extend, ["a"])
attempt(b.extend, 5)
print(b, len(b))
b.insert(0, 62)
b.insert(100, 60)
b.insert(-1, 45)
attempt(b.insert, 0, 999)
print(b, b.pop(), b.pop(0), b.pop(-2), b)
attempt(b.pop, 100)
attempt(bytearray().pop)
b.remove(ord("l"))
attempt(b.remove, 200)
attempt(b.remove, b"l")
b.reverse()
print(b, b.count(b"l"), b.index(b"e"), 101 in b, b"ol" in b)
b[0] = 65
b[-1] = 90
attempt(b.__setitem__, 0, 256)
attempt(b.__setitem__, 100, 1)
attempt(b.__setitem__, 0, "a")
attempt(b.__setitem__, "0", 1)
print(b)
b[1:3] = b"XYZW"
b[-2:] = []
b[::3] = b"." * len(b[::3])
print(b)
attempt(b.__setitem__, slice(None, None, 2), b"toolong-toolong-toolong")
attempt(b.__setitem__, slice(0, 1), 5)
attempt(b.__setitem__, slice(0, 1), "s")
del b[0]
del b[::4]
del b[2:4]
attempt(b.__delitem__, 100)
print(b, bytes(b), list(b))
c = b.copy()
c.clear()
print(b, c, b == bytes(b), b == c, bytearray(3), bytearray(b"x") + b"y", b"y" + bytearray(b"x"), type(b"y" + bytearray(b"x")))
b += b"tail"
b *= 2
print(b)
try:
    hash(b)
except TypeError as e:
    print(e)
print(bytearray(b"abc") < b"abd", bytearray(b"b") > bytearray(b"abc"), bytearray(b"") == b"", repr(bytearray(b"'\"\n\x00")))
