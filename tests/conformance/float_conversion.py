# SPDX-License-Identifier: MIT
# float() of text and numbers, mixed arithmetic and comparison with integers.

for text in ("1", "1.5", "-2.25", "  3.0  ", "1e3", "1E-2", ".5", "5.", "+7", "1_0.5", "-0", "0x"):
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(e)
for text in ("", "abc", "1.2.3", "1e", "--1", "1 2", "1__0"):
    try:
        print(float(text))
    except ValueError as e:
        print(e)
print(float(), float(3), float(True), float(-10 ** 20), float(b"2.5"))
try:
    float(None)
except TypeError as e:
    print(e)
try:
    float([1])
except TypeError as e:
    print(e)
print(1 + 2.0, 2.0 - 1, 3 * 1.5, 1 / 4, 7 // 2.0, 7 % 2.5, 2 ** 3.0, 4 ** -0.5)
print(1 == 1.0, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 10 ** 16 + 1 > 1e16)
print(1 < 1.5 < 2, 10 ** 30 > 1e29, -10 ** 30 < 1.0, 3 >= 3.0, 2 != 2.0)
print(True + 0.5, False * 1.5, True == 1.0)
print(int(0.1 + 0.7) * 10, int((0.1 + 0.7) * 10))
print(0.1 .__add__(0.2), (1.5).__mul__(2), (2.5).__lt__(3.0), (1.0).__bool__(), (0.0).__bool__())
print(hash(2.0) == hash(2), hash(1e20) == hash(10 ** 20), {1: "a"}[1.0], {2.0: "b"}[2])
print(isinstance(1.0, float), isinstance(1, float), type(1 + 1.0).__name__)
print((1.5).real, (1.5).imag, (1.5).conjugate())
x = 10
x /= 4
print(x)
x **= 2
print(x)
x -= 0.25
print(x, x == 6)
