# SPDX-License-Identifier: MIT
# bytearray: everything that changes it in place.

a = bytearray(b"hello")
print(a, len(a), a[0], a[-1], bytearray(), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(a))
a[0] = 72
a[-1] = ord("O")
print(a, bytes(a), a == b"HellO", a == bytearray(b"HellO"), a != b"x", a < b"I")
a.append(33)
a.extend(b"??")
a.extend([46, 46])
print(a)
a.insert(0, 62)
a.insert(100, 60)
print(a, a.pop(), a.pop(0), a)
a.remove(ord("l"))
print(a, a.find(b"?"), a.count(b"?"), a.index(b"l"), 63 in a, b"lO" in a)
a.reverse()
print(a)
del a[0]
del a[1:3]
print(a)
a += b"tail"
b = a
b *= 2
print(a is b, a)
a.clear()
print(a, len(b), bool(a))
c = bytearray(range(10))
d = c.copy()
c[0] = 99
print(list(c), list(d), c == d)
print(bytearray(b"ab") + b"c", b"c" + bytearray(b"ab"), bytearray(b"x") * 3, type(b"c" + bytearray(b"d")).__name__)
print(repr(bytearray(b"\x00'\"")), str(bytearray(b"x")), bytearray(b"A b").upper(), bytearray(b"a,b").split(b","))
for action in (lambda: c.__setitem__(0, 256), lambda: c.append(-1), lambda: c.remove(200), lambda: bytearray().pop()):
    try:
        action()
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
try:
    c[100] = 1
except IndexError as e:
    print(e)
try:
    hash(c)
except TypeError as e:
    print(e)
try:
    c[0] = "x"
except TypeError as e:
    print("TypeError")
print(bytearray(b"a\xc3\xa9").decode(), bytearray(b"abc").hex(), bytearray.fromhex("0aff"))
