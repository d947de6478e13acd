# SPDX-License-Identifier: MIT
# The shortest text of floats, both ways, over a wide range of exponents.

values = [0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 1e17, 123456789012345680.0, 9007199254740993.0, 1e21, 1e22, 1e23, 1e-4, 1e-5,
          1.5e-5, 0.00012345, 5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, 4.35, 0.57, 1.1, 2.675,
          1e100, 1.234e-100, 8.41e21, 2.0**70, 2.0**-70, 1.7e7, 33333333.333333332, 299792458.0, 6.02214076e23, 6.62607015e-34]
for v in values:
    print(repr(v), repr(-v), float(repr(v)) == v, float("%.17g" % v) == v, v.is_integer())
x = 1.0
for i in range(0, 310, 10):
    print(repr(x), repr(1 / x), end=" ")
    x *= 1e10
print()
x = 7.0
for i in range(60):
    x = x * 1.37 % 1000.0
    print(repr(x), end=" " if i % 6 != 5 else "\n")
x = 1.0
while x > 0:
    last = x
    x /= 3.7e13
    print(repr(last), end=" ")
print()
for text in ("1e400", "-1e400", "1e-400", "inf", "-Infinity", "nan", "1_0.5_0", " 2.5 ", "1.", ".5", "1e5", "1E+5", "0x1", "1e", ".", "", "1__0", "infin", "1.5.2", "--1", "１２.５"):
    try:
        print(repr(text), repr(float(text)))
    except ValueError as e:
        print(e)
print([repr(v) for v in (100000.0, 1e5, 123456.789, -0.0, 1e0, 3e0, 10.0 ** 15, 10.0 ** 16)])
