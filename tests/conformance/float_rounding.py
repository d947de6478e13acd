# SPDX-License-Identifier: MIT
# round, int, floor division and truncation of floats.

for v in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, 2.4999, 2.5001, 1e10 + 0.5, -3.7, 3.7):
    print(v, round(v), int(v), v // 1, v % 1)
for v, n in ((3.14159, 2), (2.675, 2), (1.005, 2), (0.5, 0), (1234.5678, -2), (1250.0, -2),
             (1350.0, -2), (-1.455, 1), (1e-5, 3), (5e15, 2), (0.1, 20), (1.15, 1), (2.5, 0)):
    print(v, n, round(v, n))
print(round(7), round(-7), round(1234, -2), round(1250, -2), round(1350, -2), round(5, 3), round(15, -1), round(25, -1))
print(type(round(2.0)).__name__, type(round(2.0, 0)).__name__, type(round(2, 1)).__name__)
print(round(2.5, None), round(number=2.567, ndigits=1))
print(7.0 // 2.0, -7.0 // 2.0, 7.0 // -2.0, 7.5 // 0.5, 1.0 // 0.1)
print(7.0 % 2.0, -7.0 % 2.0, 7.0 % -2.0, 5.5 % 2.25, -0.0 % 3.0)
print(divmod(9.5, 2.5), divmod(-9.5, 2.5), divmod(9.5, -2.5))
print((2.5).is_integer(), (2.0).is_integer(), (-0.0).is_integer())
print((0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (3.0).as_integer_ratio())
print(int(1e18), int(-1e18), int(123456.789), int(2.0 ** 70))
print(abs(-2.5), abs(2.5), -(2.5), +2.5)
for bad in (float("inf"), float("-inf"), float("nan")):
    try:
        round(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
try:
    1.0 // 0.0
except ZeroDivisionError as e:
    print(e)
try:
    1.0 % 0
except ZeroDivisionError as e:
    print(e)
try:
    1.0 / 0.0
except ZeroDivisionError as e:
    print(e)
