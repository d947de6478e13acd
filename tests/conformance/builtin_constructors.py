# SPDX-License-Identifier: MIT
# Calling the built-in types with every kind of argument.

print(int(), float(), str(), bool(), list(), tuple(), dict(), set(), frozenset(), bytes(), bytearray(), object is object)
print(list((1, 2)), list("ab"), list({1: 2}), list(range(2)), list(x for x in "z"), list(b"a"), list({5}), list(enumerate("q")), list([1]))
print(tuple([1]), tuple("ab"), tuple({1: 2}), tuple(range(2)), tuple(()), tuple(map(str, [1])), tuple(b"a"))
print(set([1, 1]), set("a"), set((2,)), set({3: 4}), set(range(1)), sorted(set([3, 1, 2])), frozenset([1]), frozenset("b"))
print(dict([(1, 2)]), dict(a=1), dict({"b": 2}), dict({"b": 2}, c=3), dict(zip("xy", [1, 2])), dict((("k", "v"),)), dict(["ab", ("c", "d")]), dict(enumerate("ab")))
print(str(1), str(1.5), str(None), str([1]), str("s"), str(b"x", "ascii"), str(True), str(range(2)), str({}), str(()), str(10 ** 20))
print(bool(1), bool("x"), bool([0]), bool(None), bool(0.0), bool(range(0)), bool(b""), bool({1}), bool(object()))
print(int("5"), int(5.9), int(True), int("-0x1f", 16), int(" 7 "), float("2.5"), float(3), float("inf"), float(" -1e2 "), float(False))
print(bytes(2), bytes([65]), bytes("a", "ascii"), bytes(b"b"), bytes(bytearray(b"c")), bytes((66,)), bytes(range(3)), bytearray(2), bytearray([1]), bytearray(b"d"), bytearray("e", "utf-8"))
print(list(range(3)), list(range(1, 4)), list(range(0, 6, 2)), range(3), slice(1), slice(1, 2), slice(1, 2, 3))
print(type("T", (), {}).__name__, type("U", (int,), {"x": 5}).x, type("V", (list,), {})([1, 2]), isinstance(type("W", (), {})(), object))
original = [1, [2]]
copied = list(original)
copied[1].append(3)
copied.append(4)
print(original, copied)
d = {"a": [1]}
e = dict(d)
e["a"].append(2)
e["b"] = 0
print(d, e)
t = (1, 2)
s = frozenset([1])
print(tuple(t) is t, frozenset(s) is s, str("x") == "x", list(t) == [1, 2], bytes(b"x") == b"x")
for bad in (lambda: list(5), lambda: tuple(None), lambda: set(1), lambda: dict([1, 2]), lambda: dict([(1, 2, 3)]), lambda: int("a"), lambda: int(None), lambda: float("a"), lambda: float(None),
            lambda: bytes("a"), lambda: bytes([256]), lambda: bytes(-1), lambda: bytearray("a"), lambda: range("a"), lambda: set([[]]), lambda: str(b"a", 5), lambda: dict(5), lambda: int("1", "2")):
    try:
        print("no error", bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for bad in (lambda: list(1, 2), lambda: bool(1, 2), lambda: frozenset({}, {}), lambda: slice(), lambda: range(), lambda: type()):
    try:
        print("no error", bad())
    except TypeError:
        print("TypeError")
print([f(x) for f, x in ((int, "1"), (float, "2"), (str, 3), (list, "45"), (bool, 6))], [c() for c in (int, str, list, dict)], list(map(int, ["1", "2"])), dict.fromkeys(map(str, range(2))))
