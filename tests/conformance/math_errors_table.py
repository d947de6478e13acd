# SPDX-License-Identifier: MIT
# The math module: every function over ordinary and special values, and what is refused.

import math

inf, nan = math.inf, math.nan


def attempt(name, *args):
    try:
        result = getattr(math, name)(*args)
        print(name, args, f"{result:.12g}" if isinstance(result, float) else result)
    except Exception as e:
        print(name, args, type(e).__name__ + ":", e)


for name in ("ceil", "floor", "trunc", "sqrt", "exp", "log", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh",
             "asinh", "acosh", "atanh", "fabs", "degrees", "radians", "isfinite", "isinf", "isnan", "frexp", "modf", "exp2", "cbrt", "log1p", "expm1",
             "gamma", "lgamma", "erf", "erfc"):
    if hasattr(math, name):
        for value in (0.0, 1.0, -1.0, 0.5, 2, 10, inf, -inf, nan, True):
            attempt(name, value)
    attempt(name, "x")
for args in ((2, 3), (2.0, 0.5), (-8, 1 / 3), (0, -1), (0.0, 0), (inf, 0), (10, 400), (-1, inf)):
    attempt("pow", *args)
for args in ((5, 3), (-5, 3), (5.5, -2), (1, 0), (inf, 1), (1, inf)):
    attempt("fmod", *args)
    attempt("remainder", *args)
for args in ((3, 4), (), (1,), (1, 2, 2), (inf, nan), (1e200, 1e200)):
    attempt("hypot", *args)
for args in ((1, 1), (-1, -1), (0.0, -0.0), (inf, inf)):
    attempt("atan2", *args)
    attempt("copysign", *args)
for args in ((8, 2), (8, 0), (-1, 2), (10**30, 10), (1, 1), (0,), (-5,), (2**1000,), (10**400,)):
    attempt("log", *args)
for args in ((0.5, 3), (1.0, 2000), (1.0, -2000), (inf, 5), (0.0, 10)):
    attempt("ldexp", *args)
for n in (0, 1, 5, 20, 30, -1, 2.5):
    attempt("factorial", n)
for n in (0, 1, 15, 16, 17, 10**20, -1, 2.5):
    attempt("isqrt", n)
for args in ((12, 18), (0, 0), (-4, 6), (), (7,), (12, 18, 8), (1.5, 2), (10**20, 10**18)):
    attempt("gcd", *args)
    attempt("lcm", *args)
for args in ((5, 2), (5, 0), (3, 5), (-1, 2), (5, -1), (30, 15), (5.0, 2)):
    attempt("comb", *args)
    attempt("perm", *args)
attempt("perm", 5)
for items in ([], [0.1] * 10, [1e100, 1.0, -1e100], [1, 2], [inf, 1], [inf, -inf], ["a"], 5, [1e308, 1e308]):
    attempt("fsum", items)
for args in (([1, 2, 3],), ([],), ([1.5, 2],), ([2, 3],), (["a"],)):
    attempt("prod", *args)
print(math.prod([2, 3], start=10), math.prod([], start="s"))
for args in ((1.0, 1.0), (1.0, 1.0 + 1e-10), (1.0, 1.1), (inf, inf), (nan, nan), (0.0, 1e-12)):
    attempt("isclose", *args)
print(math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 0.05, abs_tol=0.1))
for args in (([1, 2], [4, 6]), ([0.0], [3.0]), ([], []), ([1], [1, 2])):
    attempt("dist", *args)
try:
    math.isclose(1, 2, rel_tol=-1)
except ValueError as e:
    print(e)
print(math.pi, math.e, math.tau, math.inf, math.nan)


class Number:
    def __float__(self):
        return 4.0

    def __ceil__(self):
        return "ceil"

    def __floor__(self):
        return "floor"

    def __trunc__(self):
        return "trunc"


n = Number()
print(math.sqrt(n), math.ceil(n), math.floor(n), math.trunc(n), math.floor(-2.5), math.ceil(1e20), math.ulp(1.0) if hasattr(math, "ulp") else 2.220446049250313e-16)
