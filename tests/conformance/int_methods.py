# SPDX-License-Identifier: MIT
# Methods of int and conversions between integers and bytes.

for n in (0, 1, -1, 2, 255, 256, -256, 2 ** 31, 2 ** 64 - 1, -(2 ** 64)):
    print(n, n.bit_length(), n.bit_count())
print((1).to_bytes(1, "big"), (258).to_bytes(2, "big"), (258).to_bytes(4, "little"))
print((-2).to_bytes(2, "big", signed=True), (-129).to_bytes(2, "little", signed=True))
print((2 ** 70 + 5).to_bytes(10, "big"), (0).to_bytes(3, "big"))
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"\xff" * 9, "big"))
print(int.from_bytes(b"", "big"), int.from_bytes([1, 2, 3], "little"))
print(int.from_bytes(bytearray(b"\x80\x00"), byteorder="big", signed=True))
for n in (0, 1, 127, 128, 255, 65535, 10 ** 15):
    raw = n.to_bytes(8, "little")
    print(n, raw, int.from_bytes(raw, "little") == n)
for value, size, signed in ((256, 1, False), (-1, 2, False), (128, 1, True)):
    try:
        print(value.to_bytes(size, "big", signed=signed))
    except OverflowError as e:
        print(e)
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate())
print((10).__add__(5), (10).__eq__(10), int.__mul__(6, 7), (7).__index__())
print((-7).__abs__(), (7).__neg__(), (0).__bool__(), (3).__hash__())
print((255).__format__("x"), (12).__str__(), (12).__repr__())
print(int.bit_length(1023), list(map(int, "314")))
print(hash(0), hash(1), hash(-1), hash(12345), hash(True) == hash(1), hash(1.0) == hash(1))
print(max(3, 10 ** 20, -5), min(3, -10 ** 20, 5), sum([10 ** 20, 1, 2]))
