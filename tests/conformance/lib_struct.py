# SPDX-License-Identifier: MIT
# struct: formats, byte orders, alignment, limits, errors.
import struct


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


for order in ("<", ">", "=", "!", "@"):
    print(order, struct.pack(order + "bhi", 1, 2, 3), struct.pack(order + "HBI", 1, 2, 3), struct.calcsize(order + "bhq"), struct.calcsize(order + "3s i"))
print(struct.pack("<xcb?2x", b"a", -5, True), struct.pack("<5s3sp4p0s", b"ab", b"abcdef", b"", b"hello", b"z"))
print(struct.pack("<qQ", -1, 2 ** 64 - 1), struct.pack(">qQ", -2 ** 63, 2 ** 63), struct.pack("<3h", 1, -2, 3), struct.pack("<lL", -7, 7))
print(struct.pack("<f", 1.5), struct.pack(">d", -0.1), struct.pack("<e", 0.333), struct.pack("<f", 1e-45), struct.pack("<2f", float("inf"), float("-inf")), struct.pack("<e", 6e-8), struct.pack("<e", 65504), struct.pack("<f", 3), struct.pack("<e", 2.0 ** -25), struct.pack("<f", 16777217.0), struct.pack("<f", 16777219.0))
print(struct.unpack("<e", b"\x01\x00"), struct.unpack("<e", b"\xff\x03"), struct.unpack("<e", b"\x00\x7c"), struct.unpack("<f", b"\x01\x00\x00\x00"), struct.unpack("<f", b"\x00\x00\xc0\x3f"), struct.unpack(">d", struct.pack(">d", 1 / 3)), struct.unpack("<e", b"\x00\xfc"), struct.unpack("<f", b"\x00\x00\xc0\x7f"))
print(struct.unpack("<bBhHiIqQ", struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 2 ** 32 - 1, -4, 2 ** 64 - 1)))
print(struct.unpack("<5s3p?c", b"ab\0\0\0\x05xy\x02c"), struct.unpack("", b""), struct.unpack("<2x", b"ab"), struct.unpack("0i", b""))
print(struct.unpack_from("<h", b"abcdef", 2), struct.unpack_from("<h", b"abcdef", -2), struct.unpack_from("<h", buffer=b"abcdef", offset=1), list(struct.iter_unpack("<hb", b"abcdef")))
buffer = bytearray(8)
struct.pack_into("<hi", buffer, 1, 258, -2)
print(buffer)
struct.pack_into(">b", buffer, -1, 7)
print(buffer, struct.unpack("<h", bytearray(b"\x01\x02")))
for args in (("b", 200), ("B", 300), ("B", -1), ("h", 40000), ("H", 70000), ("i", 1 << 31), ("I", 1 << 32), ("I", -1), ("q", 1 << 63), ("Q", -1), ("Q", 1 << 64), ("c", b"ab"), ("c", 1), ("s", 1), ("s", "a"), ("p", 3), ("f", "x"), ("f", 1e40), ("e", 70000.0), ("d", "x"), ("i", 1.5), ("?", []), ("P", 1), ("n", 1), ("i",), ("ii", 1), ("i", 1, 2), ("2",), ("z", 1), ("3 b", 1)):
    attempt(struct.pack, "<" + args[0], *args[1:])
attempt(struct.pack, 1, 2)
attempt(struct.unpack, "i", b"abc")
attempt(struct.unpack, "i", "abcd")
attempt(struct.unpack, "i", 3)
attempt(struct.unpack_from, "i", b"abcdef", 4)
attempt(struct.unpack_from, "<i", b"abcdef", -2)
attempt(struct.unpack_from, "<i", b"abcdef", -9)
for offset in (2, -2, -9):
    attempt(struct.pack_into, "<i", bytearray(5), offset, 1)
attempt(struct.pack_into, "<i", b"12345", 0, 1)
attempt(struct.pack_into, "<i", bytearray(5))
attempt(struct.pack_into, "<i", bytearray(5), 0)
attempt(struct.iter_unpack, "<h", b"123")
attempt(struct.iter_unpack, "<", b"123")
s = struct.Struct("<ib")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"\x01\0\0\0\x02"), list(s.iter_unpack(s.pack(1, 2) * 2)), s.unpack_from(b"zz" + s.pack(3, 4), 2), struct.Struct(b">h").format)
s.pack_into(buffer, 0, -1, -1)
print(buffer)
attempt(s.pack)
attempt(struct.Struct, 3)
attempt(struct.Struct, "<z")
print(isinstance(s, struct.Struct), issubclass(struct.error, Exception), struct.error.__name__)


class Index:
    def __index__(self):
        return 513


print(struct.pack("<h", Index()), struct.pack("<h", True), struct.pack("<d", Index()))
header = struct.Struct("!BBHII")
print(header.unpack(header.pack(1, 2, 3, 4, 5)), header.size)
