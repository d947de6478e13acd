# SPDX-License-Identifier: MIT
# Methods and attributes of int; conversions in all bases, and what they refuse.


def attempt(f, *args, **keywords):
    try:
        print(repr(f(*args, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for n in (0, 1, -1, 255, -256, 2**31, -2**63, 10**25):
    print(n, n.bit_length(), n.bit_count(), n.real, n.imag, n.numerator, n.denominator, n.conjugate(), n.as_integer_ratio())
    print(bin(n), oct(n), hex(n), abs(n), ~n, -n, +n, bool(n), float(n), n.__index__(), n.__trunc__(), round(n), round(n, -1), round(n, 2))
for n in (0, 1, 127, 128, 255, 256, 65535, 2**40 + 3):
    print(n, n.to_bytes(8, "big"), n.to_bytes(7, "little"), int.from_bytes(n.to_bytes(6, "big"), "big") == n)
for n in (-1, -128, -129, 127, -2**31):
    print(n, n.to_bytes(5, "big", signed=True), int.from_bytes(n.to_bytes(5, "little", signed=True), "little", signed=True) == n)
attempt((256).to_bytes, 1, "big")
attempt((-1).to_bytes, 1, "big")
attempt((128).to_bytes, 1, "big", signed=True)
attempt((1).to_bytes, -1, "big")
attempt((1).to_bytes, 2, "middle")
attempt((1).to_bytes)
attempt((0).to_bytes, 0, "big")
attempt(int.from_bytes, b"", "big")
attempt(int.from_bytes, [1, 2], "big")
attempt(int.from_bytes, b"\xff\xfe", "big", signed=True)
attempt(int.from_bytes, "ab", "big")
for text, base in (("10", 2), ("zz", 36), ("-ff", 16), ("0x1F", 16), ("0b11", 0), ("0o17", 0), ("0xAB", 0), ("1_000", 10), ("  42\n", 10),
                   ("+7", 8), ("0", 0), ("00", 0), ("٣", 10)):
    print(repr(text), base, int(text, base))
for text, base in (("2", 2), ("", 10), (" ", 10), ("1__0", 10), ("_1", 10), ("1_", 10), ("0x", 16), ("09", 0), ("1.5", 10), ("a", 10),
                   ("1", 1), ("1", 37), ("--1", 10), ("0b2", 0), ("é", 10), ("1 2", 10)):
    attempt(int, text, base)
attempt(int, 5, 10)
attempt(int, 1.9)
attempt(int, float("inf"))
attempt(int, float("nan"))
attempt(int, None)
attempt(int, [])
attempt(int, b"12")
attempt(int, b"zz", 36)
attempt(int)
attempt(int, True)
