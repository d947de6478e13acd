# SPDX-License-Identifier: MIT
# Infinities and not-a-number: arithmetic, order, text, containers.

inf = float("inf")
nan = float("nan")
print(inf, -inf, nan, repr(inf), str(-inf))
print(float("Infinity"), float("-INF"), float("NaN"), float("  +inf "))
print(inf + 1, inf + inf, inf * -1, inf * 2.5, 1 / inf, -1 / inf, inf / 2)
print(inf - inf, inf * 0, inf / inf, nan + 1, nan * 0, inf % 3)
print(inf == inf, inf > 1e308, -inf < -1e308, inf == -inf, inf > 10 ** 400, -inf < -(10 ** 400))
print(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, 1 < nan)
print(nan is nan, nan in [nan], [nan] == [nan], nan in (1.0, 2.0), [nan].index(nan), [nan].count(nan))
print(bool(nan), bool(inf), not nan)
print(max(1, inf), min(1, -inf), max(inf, nan) == inf, sorted([3, inf, -inf, 0]))
print(abs(-inf), abs(nan), -nan)
print("%f %e %g %.1f" % (inf, -inf, nan, inf))
print(f"{inf:8} {nan:<8}| {-inf:+} {inf:+.2f} {nan:05}")
print({inf: "a", -inf: "b"}[float("inf")])
print(1e308 * 10 == inf, -1e308 * 10 == -inf, 2.0 ** 1023 * 2)
try:
    2.0 ** 10000
except OverflowError as e:
    print(type(e).__name__)
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)
print(inf.is_integer(), inf // 1 != inf // 1, hash(inf), hash(-inf))
print(inf ** 0, nan ** 0, 1 ** nan, inf ** -1, (-inf) ** 3, 0.0 ** inf)
