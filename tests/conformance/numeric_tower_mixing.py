# SPDX-License-Identifier: MIT
# bool, int and float in one expression: types of results, identities, in-place operators, comparisons, formatting.

values = [False, True, 0, 1, -1, 7, 2 ** 40, 0.0, 0.5, -2.5]
for op, f in (("+", lambda a, b: a + b), ("-", lambda a, b: a - b), ("*", lambda a, b: a * b), ("/", lambda a, b: a / b), ("//", lambda a, b: a // b), ("%", lambda a, b: a % b)):
    kinds = {}
    total = 0.0
    failed = 0
    for a in values:
        for b in values:
            try:
                r = f(a, b)
            except ZeroDivisionError:
                failed += 1
                continue
            key = type(a).__name__ + op + type(b).__name__
            kinds[key] = type(r).__name__
            total += r
    print(op, kinds, total, failed)
for op, f in (("&", lambda a, b: a & b), ("|", lambda a, b: a | b), ("^", lambda a, b: a ^ b), ("<<", lambda a, b: a << b), (">>", lambda a, b: a >> b)):
    print(op, [(repr(f(a, b)), type(f(a, b)).__name__) for a in (True, 6, 2 ** 33) for b in (False, True, 3)])
for a in values:
    assert a + 0 == a and a * 1 == a and a - a == 0 and -(-a) == a and +a == a and abs(a) >= 0
    assert (a == a + 0.0) and hash(a) == hash(a + 0.0) and (not a) == (a == 0) and int(float(a)) == int(a)
    print(repr(a), type(+a).__name__, type(-a).__name__, type(abs(a)).__name__, type(a * 1.0).__name__, type(a ** 2).__name__, float(a), int(a), bool(a), str(a), f"{a:g}", round(a), type(round(a)).__name__)
x = True
x += 1
y = 5
y /= 2
z = 2.5
z //= 1
w = 7
w **= 2.0
u = -7
u %= 3
t = 3
t *= "ab"
print(x, y, z, w, u, t, type(x).__name__, type(y).__name__, type(z).__name__)
print(sum(values), max(values), min(values), sorted(values), len(set(values)), {1: "int", True: "bool", 1.0: "float"}, [1, 2, 3].index(True), [0.0, 1].count(False))
print(True + True, True * 3.5, False ** 0, True / 2, True // True, -True, ~True, ~False, True << 3, True & 1, True & True, True | 2, "ab"[True], [1, 2][False], "x" * True)
print(isinstance(True, int), issubclass(bool, int), type(True + 0), True is (1 == 1), bool(0.0), bool(-0.0), bool(1e-300), int("1") == True, str(True), repr(False), f"{True:d} {True:>6} {True!s:>6}", "%d %s" % (True, True))
