# SPDX-License-Identifier: MIT
# The constructors of built-in types given values of all other types.


def short(e):
    return type(e).__name__


values = [None, True, 0, -7, 2.5, "12", "a,b", "", b"34", b"", bytearray(b"5"), [1, 2], (3,), {4}, frozenset(), {"k": 1}, range(3), iter("xy"), slice(1), int, len]
for make in (bool, int, float, str, list, tuple, set, frozenset, dict, bytes, bytearray, enumerate, reversed, repr, len, hash, iter):
    row = []
    for v in values:
        if v is values[17]:
            v = iter("xy")
        try:
            result = make(v)
            if make in (enumerate, reversed):
                result = list(result)
            if make is iter:
                result = "iter"
            if make is hash:
                result = "hash"
            if isinstance(result, (set, frozenset)):
                result = type(result)(sorted(result, key=str)) if len(result) < 2 else sorted(map(str, result))
            text = repr(result)
            row.append(text if " at 0x" not in text else "object")
        except Exception as e:
            row.append(short(e))
    print(make.__name__, row)
print(int("0b11", 0), int("11", 2), int(b"12"), float(b"1.5"), str(b"x", "ascii"), str(), int(), float(), bool(), list(), tuple(), dict(), set(), bytes(), frozenset())
print(dict([("a", 1)], b=2), dict({"x": 1}, y=2), dict(zip("ab", "cd")), list({"a": 1}.items()), tuple("ab"), set("aab") == {"a", "b"}, list(map(int, "123")), str([1, "a"]), bool("False"), int(True), float("1e3"), int(-2.9), int("-5"))
