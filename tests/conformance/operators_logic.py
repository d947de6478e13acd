# SPDX-License-Identifier: MIT
# Boolean operators, chained comparison, conditional expressions, identity, membership.

calls = []


def t(v):
    calls.append(v)
    return v


print(t(0) and t(1), t(2) and t(3), t("") or t("x"), t([]) or t(0), not t(0), calls)
calls.clear()
print(t(1) and t(0) or t(5), t(0) and t(9) or t(7), t(0) or t(0) and t(1), not t(1) or t(2), calls)
calls.clear()
print(t(1) < t(2) < t(3), t(3) < t(2) < t(9), t(1) == t(1) != t(2), calls)
calls.clear()
print(1 < 2 > 1, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1.0 == True, 1 < 2 < 3 < 4 < 5, 5 >= 5 <= 5, 1 != 2 != 1)
x = ()
print(1 in [1] == True, (1 in [1]) == True, "a" in "abc" in ["abc"], x is x is not None, not 1 == 2, not 1 in [2], 1 not in [2] is not None)
x = 5
print("pos" if x > 0 else "neg" if x < 0 else "zero", (1 if x else 2) + 3, [1 if i % 2 else 0 for i in range(4)], x if x > 10 else None)
print(t(1) if t(True) else t(2), calls)
print(None is None, None is not None, [] is [], x is not None, x is x, True is not False)
print(True and "last", False or None, None or False, 0 or "" or [] or "end", 1 and 2 and 3, 1 and [] and 3)
print(bool(0 or []), bool("0" and "x"), (not True) is False, not not "x", not None, -1 and 1)
a, b = 3, 7
print(a & b | a ^ b, a | b & 4, ~a & 0xF, a << 1 + 1, (a << 1) + 1, -a ** 2, (-a) ** 2, 2 ** -1, -2 ** -2, not a == b, a + b * 2 - 1, (a + b) * 2, a - b - 1, 2 ** 3 ** 0, 7 // 2 * 2, 7 % 4 * 3, 100 / 10 / 5)
print(a < b == True, (a < b) == True, a < (b == True), 1 + 1 in [2], "ab" "c" in "abcd", -a < +b, not a > b and b > a or False)


def grade(n):
    return "A" if n >= 90 else "B" if n >= 80 else "C" if n >= 70 else "F"


print([grade(n) for n in (95, 85, 75, 5, 90, 80)])


def between(lo, v, hi):
    return lo <= v < hi


print([between(1, v, 5) for v in range(7)], [v for v in range(20) if 3 < v < 8 or 15 <= v])
items = {"a": 1}
print(items.get("a") and items["a"] + 1, items.get("b") and items["b"] + 1, "a" in items and items["a"] or "none")
if a and b and not (a > b or a == b):
    print("all conditions")
while not x == 0 and x:
    x -= 1
    if x == 3 and not False:
        break
print(x, x and "non-zero" or "zero")


class Flag:
    def __init__(self, on):
        self.on = on

    def __bool__(self):
        calls.append(self.on)
        return self.on


calls.clear()
print((Flag(True) and 1, Flag(False) is None, bool(Flag(True) or 1))[0], calls, (1 if Flag(False) or Flag(True) else 2), calls)
