# SPDX-License-Identifier: MIT
# Floats in computations: sums, products, limits, comparisons with integers, conversions, rounding to even.

values = [0.1 * i for i in range(1, 11)]
print(values, sum(values), sum(values) == 5.5, sum([0.1] * 10), 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-15)
x, steps = 1.0, 0
while 1.0 + x != 1.0:
    x /= 2
    steps += 1
print(x, steps)
print([10.0 ** e for e in range(-6, 20, 3)], [2.0 ** e for e in (-1074, -1022, 0, 52, 53, 1023)], 2.0 ** -1075, 1e308 * 10, -1e308 * 10)


def newton(a):
    g = a if a > 1 else 1.0
    for _ in range(60):
        g = (g + a / g) / 2
    return g


for a in (2.0, 3.0, 10.0, 0.5, 1e10, 1e-10):
    print(a, newton(a), a ** 0.5, abs(newton(a) - a ** 0.5) <= 1e-15 * a ** 0.5 * 2)
total = 0.0
for k in range(200):
    total += (-1) ** k / (2 * k + 1)
print(total * 4, sum(1 / f for f in [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880]))
for n in (2 ** 53 - 1, 2 ** 53, 2 ** 53 + 1, 10 ** 15 + 1, 10 ** 17 + 1, -2 ** 60):
    f = float(n)
    print(n, f, f == n, int(f) == n, f < n, f > n, int(f) - n)
for f in (0.5, 1.5, 2.5, 3.5, 1e15 + 0.5, -0.5, -1.5, 4503599627370497.5, 0.49999999999999994):
    print(f, round(f), int(f), f // 1, f % 1, -f // 1, f.is_integer(), divmod(f, 1))
for a, b in ((7.0, 3.0), (-7.0, 3.0), (7.0, -3.0), (-7.0, -3.0), (1e-3, 1e-4), (5.5, 0.5), (0.3, 0.1)):
    assert abs((a // b) * b + a % b - a) < 1e-12
    print(a // b, a % b, a / b, a ** 2 / b)
print(min(0.0, -0.0), max(-0.0, 0.0), -0.0, 0.0 * -1, str(-0.0), 0.0 == -0.0, 1 / float("inf"), -1 / float("inf"), float("inf") - float("inf"), float("inf") * 0)
print(1e16 + 1, 1e16 + 2, 123456789 * 1.1, 1 / 3, 2 / 3 * 3, 100 * 1.1, 1.1 * 1.1, 3 * 1.1, 5e-324 / 2, 1.7976931348623157e308 + 1e291)
print(True + 0.5, 3 - 0.5, 2 * 1.5, 7 / 2, 8 / 2, 7 // 2.0, 2 ** -1, 2 ** 0.5, (-8) // 3.0, 5 % -3.0, 10 ** -2, 1.0 == 1, hash(1.0) == hash(1))
