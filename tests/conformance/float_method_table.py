# SPDX-License-Identifier: MIT
# Methods of float, conversions, rounding, floor division and modulo with signs, and errors.


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


inf, nan = float("inf"), float("nan")
for v in (0.0, -0.0, 1.5, -2.5, 0.1, 1e300, 5e-324, 255.0, inf, -inf, nan):
    attempt(v.as_integer_ratio)
    attempt(v.is_integer)
    attempt(v.hex)
    attempt(int, v)
    attempt(round, v)
    attempt(round, v, 1)
    print(v.real, v.imag, v.conjugate(), abs(v), -v, bool(v), v == v, v < 1, v >= 0)
for a in (7.5, -7.5, 0.0, inf, 1e20):
    for b in (2.0, -2.0, 0.3, inf):
        try:
            print(a // b, a % b, divmod(a, b), end="; ")
        except Exception as e:
            print(e, end="; ")
    print()
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0.0)
attempt(lambda: divmod(1.5, 0))
attempt(lambda: 0.0 ** -1)
attempt(lambda: 1e300 ** 2)
attempt(lambda: 2.0 ** 0.5)
attempt(lambda: 1e308 * 10)
attempt(lambda: 1.5 << 1)
attempt(lambda: 1.5 + "a")
attempt(lambda: 1.5 < "a")
attempt(float, "abc")
attempt(float, None)
attempt(float, [1])
attempt(float, b"1.5")
attempt(float)
for n in range(-3, 5):
    print(n, [round(v, n) for v in (2.675, 1234.5678, -0.05, 15.0, 25.0, 0.5, 1e22)])
print([round(v) for v in (0.5, 1.5, 2.5, -0.5, -1.5, 1e20, 2.5000001)], type(round(1.0)).__name__, type(round(1.0, 0)).__name__)
print(nan in [nan], [nan] == [nan], nan == nan, nan != nan, max(1.0, nan), min(nan, 1.0), sorted([3.0, -inf, inf, 0.0]), hash(0.5) == hash(0.5), hash(inf) == hash(inf))
