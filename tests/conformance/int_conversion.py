# SPDX-License-Identifier: MIT
# Text to int and back, in every base, with signs, spaces, prefixes and underscores.

print(int(), int(0), int(3.99), int(-3.99), int(True), int("42"), int("  -17\n"), int("+8"))
print(int("1_000"), int("0"), int("-0"), int("0007"))
for base in (2, 3, 8, 10, 16, 27, 36):
    print(base, int("1011", base), int("-1102", max(base, 3)))
print(int("ff", 16), int("0xff", 16), int("0XFF", 0), int("0b101", 0), int("0o17", 0), int("12", 0))
print(int("z", 36), int("Zz", 36), int("0b11", 2), int("0o7", 8))
print(int("123456789012345678901234567890"), int("deadbeefcafebabe0123456789", 16))
print(int("-" + "9" * 40), str(-10 ** 40), repr(2 ** 90))
print(int(b"12"), int(bytearray(b"-7")), int(1e20), int(-1e15))
print(str(0), str(-0), str(1234567890123456789), repr(-5))
print(float(2 ** 60), float(-(10 ** 25)), int(float(2 ** 60)))
for text, base in (("", 10), ("x", 10), ("1.5", 10), ("12", 2), ("--1", 10), ("1 2", 10), ("_1", 10)):
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
for base in (1, 37, -1):
    try:
        int("1", base)
    except ValueError as e:
        print(e)
try:
    int([])
except TypeError as e:
    print(e)
try:
    int(10, 2)
except TypeError as e:
    print(e)
for bad in (float("inf"), float("nan")):
    try:
        int(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
digits = "0123456789abcdefghijklmnopqrstuvwxyz"


def to_base(n, base):
    if n < 0:
        return "-" + to_base(-n, base)
    out = ""
    while True:
        n, d = divmod(n, base)
        out = digits[d] + out
        if n == 0:
            return out


for base in (2, 5, 12, 36):
    text = to_base(-987654321, base)
    print(base, text, int(text, base))
