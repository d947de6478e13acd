# SPDX-License-Identifier: MIT
# Shortest text of floats, fixed and exponent forms.
# mpy-differs: this mpy-cross keeps fewer digits of some floats

values = [
    0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.3, 1.5, 3.14159, 2.718281828459045, 100.0, 1e3, 12345.678,
    1e15, 1e16, 1e17, 123456789012345680.0, 1e22, 1e23, 1e100, 1.7976931348623157e308,
    1e-3, 1e-4, 1e-5, 0.00012, 1.5e-7, 2.2250738585072014e-308, 5e-324, 1 / 3, 2 / 3, 10 / 3,
    0.1 + 0.2, 1e16 + 2, 4503599627370496.5, 9007199254740993.0, 123.456e5, 5e-5, 1.1, 2.675,
]
for v in values:
    print(repr(v), str(-v))
print([0.5, 1e20], (1.0,), {2.5: -0.0})
print(1e5, 1E5, 1.e2, .5, 5., 1_0.0_1, 0e10, 1e-0)
print(3.0, 3.0 * 2, 6.0 / 2, 7.0 // 2, -7.0 // 2, 7.5 % 2, -7.5 % 2, 2.0 ** 3)
print(1.0 == 1, 0.1 + 0.2 == 0.3, 0.5 + 0.25 == 0.75, -0.0 == 0.0)
for v in values[:12]:
    print(float(repr(v)) == v, end=" ")
print()
for text in ("1e400", "-1e400", "1e-400"):
    print(text, float(text))
print(0.1 * 3, 1.1 + 2.2, 1e308 * 10, 4.35 * 100, 1.0 - 0.9)
print(sum([0.1] * 10), 1e16 + 1.0, 1e-7 + 1e-9)
step = 0.1
for i in range(12):
    print(step, repr(-step), end=";")
    step *= 7.3
print()
small = 1.0
while small > 1e-30:
    small /= 1234.5
    print(small)
