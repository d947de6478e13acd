# SPDX-License-Identifier: MIT
# Powers, roots and remainders at the limits; floats as keys; mixed comparisons with large integers.

inf, nan = float("inf"), float("nan")


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


bases = [0.0, -0.0, 1.0, 2.0, 0.5, inf, nan, 1e200]
for b in bases:
    row = []
    for e in (0.0, 1.0, -1.0, 2.0, 0.5, inf, -inf, nan, 3.0):
        try:
            p = b ** e
            row.append(repr(p))
        except (ZeroDivisionError, OverflowError) as err:
            row.append(type(err).__name__[:4])
    print(b, row)
for a in (5.5, -5.5, 1e300, inf, 5e-324):
    for b in (2.0, -3.0, 1e-300, inf, -inf):
        try:
            print(a % b, a // b, end=" ")
        except Exception as e:
            print(type(e).__name__, end=" ")
    print()
big = 2 ** 100
for f in (float(big), float(big) * (1 + 2 ** -52), inf, -inf, nan, 1e30, 0.5):
    print(f == big, f < big, f > big, f <= big, f >= big, f != big, big < f, big == f, [f, big].count(big))
d = {1.5: "a", 2.0: "b", inf: "inf", -inf: "-inf", 0.0: "zero", 1e300: "big"}
print(d[3 / 2], d[2], d[inf], d[-0.0], d[10.0 ** 300], d.get(nan), len({0.1, 0.1, 0.2}), len({2 ** 53, float(2 ** 53)}), {nan: 1}.get(nan) is None)
print(sorted([inf, 3, -inf, 2.5, 10 ** 20, -1e10, True]), max(10 ** 20, 1e20), min(1, 1.0), sum([1, 2.5, 10 ** 17]), sum([0.1] * 3, 10 ** 16))
attempt(lambda: 10.0 ** 400)
attempt(lambda: 10 ** 400 * 1.0)
attempt(lambda: 1.5 * 10 ** 400)
attempt(lambda: 10 ** 400 < 1.5)
attempt(lambda: 10 ** 400 == inf)
attempt(lambda: divmod(inf, 2))
attempt(lambda: divmod(5.0, inf))
attempt(lambda: int("1" * 309) / int("1" * 308))
attempt(lambda: (2 ** 1100) / (2 ** 1099))
attempt(lambda: 1 / 2 ** 1074)
attempt(lambda: 3 / 2 ** 1075)
attempt(lambda: 1 / 2 ** 1080)
attempt(lambda: -7 / 2 ** 60)
attempt(lambda: (2 ** 53 + 1) / 1)
attempt(lambda: (10 ** 25 + 1) / 10 ** 9)
attempt(lambda: 0 / 5)
attempt(lambda: -0.0 + 0)
attempt(lambda: round(2.5e20, -20))
attempt(lambda: round(123.456, -1))
attempt(lambda: round(1e300, -299))
attempt(lambda: round(5e-324, 400))
attempt(lambda: round(0.15, 1))
attempt(lambda: round(1.005, 2))
attempt(lambda: round(nan, 2))
attempt(lambda: round(inf))
attempt(lambda: float(str(1 / 3)) == 1 / 3)
attempt(lambda: float("1" + "0" * 400 + "e-400"))
attempt(lambda: float("0." + "0" * 400 + "1e401"))
attempt(lambda: float("9007199254740993"))
attempt(lambda: float("9007199254740992.99999"))
attempt(lambda: float("2.2250738585072012e-308"))
attempt(lambda: float("179769313486231580793728971405301e276"))
