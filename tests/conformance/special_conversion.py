# SPDX-License-Identifier: MIT
# __index__, __int__, __float__, __bool__, __round__, __trunc__ and friends in use.

class Idx:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Num:
    def __init__(self, v):
        self.v = v

    def __int__(self):
        return int(self.v)

    def __float__(self):
        return float(self.v)

    def __complex__(self):
        return self.v

    def __round__(self, n=None):
        return f"round {self.v} {n}"

    def __trunc__(self):
        return int(self.v)

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __abs__(self):
        return abs(self.v)

    def __neg__(self):
        return Num(-self.v)


i = Idx(2)
print([10, 20, 30][i], "abc"[i], (1, 2, 3)[i], [1, 2, 3][i:], "abcdef"[Idx(1):Idx(4)], list(range(i)), list(range(Idx(1), Idx(7), i)))
print(hex(Idx(255)), bin(i), oct(Idx(8)), int(i), float(i), [0] * i, "x" * i, chr(Idx(65)), bytes(Idx(2)), round(3.14159, i), pow(2, 5, 7))
lst = [1, 2, 3]
lst[i] = "c"
del lst[Idx(0)]
lst.insert(Idx(0), "ins")
print(lst, lst.pop(Idx(1)), lst, "%d %x" % (i, Idx(255)), 1 << int(i), divmod(7, int(i)))
n = Num(3.7)
print(int(n), float(n), round(n), round(n, 2), abs(n), (-n).v, int(Num("12")), float(Num("2.5")), "%.2f" % n)
for bad in (lambda: [1, 2][n], lambda: hex(n), lambda: range(n), lambda: "x" * n, lambda: int(Idx), lambda: float(Idx)):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class BadInt:
    def __int__(self):
        return "x"

    def __index__(self):
        return "x"

    def __float__(self):
        return 1


for bad in (lambda: int(BadInt()), lambda: [1][BadInt()], lambda: float(BadInt())):
    try:
        bad()
    except TypeError as e:
        print(type(e).__name__)


class Both:
    def __int__(self):
        return 1

    def __index__(self):
        return 2


print(int(Both()), [0, 1, 2][Both()], hex(Both()))


class Flag:
    def __init__(self, on):
        self.on = on

    def __bool__(self):
        print("asked", self.on)
        return self.on


print(Flag(True) and "x", Flag(False) or "y", not Flag(True), bool(Flag(False)), [f.on for f in (Flag(True), Flag(False)) if f])
print("yes" if Flag(False) else "no", all([Flag(True), Flag(False), Flag(True)]), any([Flag(False), Flag(True), Flag(False)]))
flag = Flag(True)
count = 0
while flag:
    count += 1
    flag.on = count < 2
print(count)
