# SPDX-License-Identifier: MIT
# math: constants, rounding, integer functions, exact results.

import math

print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
for v in (2.5, -2.5, 3.0, -0.5, 1e10 + 0.5, 7, -7):
    print(v, math.floor(v), math.ceil(v), math.trunc(v), math.fabs(v))
print(math.sqrt(16), math.sqrt(2), math.sqrt(0), math.isqrt(17), math.isqrt(10 ** 30), math.hypot(3, 4), math.hypot(1, 1))
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(-4, 6), math.gcd(2 ** 70, 6 ** 30), math.lcm(4, 6) if hasattr(math, "lcm") else 12)
print(math.factorial(0), math.factorial(5), math.factorial(25), math.comb(10, 3), math.comb(5, 9), math.perm(5, 2))
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7.5, 2), math.modf(3.75), math.modf(-3.75), math.frexp(8.0), math.frexp(0.3), math.ldexp(0.5, 4))
print(math.copysign(3, -1), math.copysign(-3, 1), math.copysign(1, -0.0), math.isnan(math.nan), math.isnan(1.0), math.isinf(-math.inf), math.isfinite(1.0), math.isfinite(math.inf))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.05, rel_tol=0.1), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.pow(2, 10), math.pow(2, -1), math.pow(9, 0.5), math.exp(0), math.log(1), math.log10(1000), math.log2(8), math.log(8, 2))
print(math.degrees(math.pi), math.radians(180), math.sin(0), math.cos(0), math.tan(0), math.atan2(0, 1), math.asin(0), math.acos(1), math.atan(0))
print(math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2, 3], start=10), math.fsum([0.1] * 10), math.dist((0, 0), (3, 4)))
print(type(math.floor(2.5)).__name__, type(math.sqrt(4)).__name__, type(math.trunc(2.0)).__name__, math.floor(10 ** 20), math.ceil(1e20))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.floor(math.nan),
            lambda: math.sqrt("x"), lambda: math.isqrt(-1), lambda: math.fmod(1, 0), lambda: math.pow(0, -1), lambda: math.gcd(1.5, 2), lambda: math.ceil("x"), lambda: math.comb(-1, 2), lambda: math.ldexp(1.0, 5000)):
    try:
        print("no error", bad())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)


class Angle:
    def __float__(self):
        return 0.0

    def __floor__(self):
        return "floored"

    def __ceil__(self):
        return "ceiled"

    def __trunc__(self):
        return "truncated"


print(math.sin(Angle()), math.floor(Angle()), math.ceil(Angle()), math.trunc(Angle()), math.sqrt(True), math.floor(True))
