# SPDX-License-Identifier: MIT
# math: transcendental functions to nine places, identities, series compared with the library.

import math


def show(v):
    return f"{v:.9g}"


points = (0.1, 0.5, 1.0, 2.0, 3.7, 10.0)
for name in ("sin", "cos", "tan", "exp", "sqrt", "log", "log10", "log2", "atan", "sinh", "cosh", "tanh", "asinh", "expm1", "log1p", "erf", "gamma", "lgamma", "cbrt"):
    if hasattr(math, name):
        f = getattr(math, name)
        print(name, [show(f(p)) for p in points])
for name in ("asin", "acos", "atanh"):
    f = getattr(math, name)
    print(name, [show(f(p)) for p in (-0.9, -0.25, 0.0, 0.3, 0.75)])
print([show(math.atan2(y, x)) for y, x in ((1, 1), (1, -1), (-1, -1), (-1, 1), (0, -1), (2, 0))])
print([show(math.pow(b, e)) for b, e in ((2, 0.5), (10, -2.5), (1.1, 30), (0.5, 10), (-2, 3))])
print([show(math.log(v, b)) for v, b in ((100, 10), (2, 3), (1e-5, 7))], show(math.log(10 ** 40)))


def series_exp(x):
    total = term = 1.0
    for n in range(1, 30):
        term *= x / n
        total += term
    return total


def series_sin(x):
    total = term = x
    for n in range(1, 15):
        term *= -x * x / ((2 * n) * (2 * n + 1))
        total += term
    return total


def newton_sqrt(x):
    guess = x
    for _ in range(40):
        guess = (guess + x / guess) / 2
    return guess


print([math.isclose(series_exp(x), math.exp(x)) for x in points], [math.isclose(series_sin(x), math.sin(x), abs_tol=1e-9) for x in points[:5]], [math.isclose(newton_sqrt(x), math.sqrt(x)) for x in points])
print(all(math.isclose(math.sin(x) ** 2 + math.cos(x) ** 2, 1) for x in points), all(math.isclose(math.exp(math.log(x)), x) for x in points))
inside = 0
state = 12345
for _ in range(200):
    state = (state * 1103515245 + 12345) % 2 ** 31
    x = state / 2 ** 31
    state = (state * 1103515245 + 12345) % 2 ** 31
    y = state / 2 ** 31
    inside += math.hypot(x, y) <= 1
print(inside)
total = sum(1 / (n * n) for n in range(1, 100))
print(show(total), show(math.sqrt(total * 6)), show(4 * math.atan(1)), show(math.pi - 3))
mean = sum(points) / len(points)
print(show(mean), show(math.sqrt(sum((p - mean) ** 2 for p in points) / len(points))))
