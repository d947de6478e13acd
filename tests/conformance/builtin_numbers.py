# SPDX-License-Identifier: MIT
# abs, round, pow, divmod, sum, min, max, bin, oct, hex on all numeric kinds.

print(abs(-5), abs(5), abs(-2.5), abs(-0.0), abs(True), abs(-10 ** 20))
print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(True), round(10 ** 20 + 5, -1))
print(pow(2, 8), pow(2, 8, 10), pow(2.0, 3), pow(-2, 2), pow(4, 0.5), pow(2, -2), pow(0, 0), pow(base=2, exp=3, mod=5))
print(divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), divmod(5, 17), divmod(10 ** 20, 7))
print(sum([1, 2, 3]), sum([]), sum([1.5, 2]), sum((1, 2), 10), sum(range(5), start=100), sum([[1], [2]], []), sum([True, True]), sum(x * x for x in range(4)))
print(min(3, 1, 2), max(3, 1, 2), min([3, 1, 2]), max("hello"), min({"b": 1, "a": 2}), max([1, 5.5, 3]), max((1, 2), (1, 3)), min(x for x in (4, 2)))
print(max([], default="none"), min((), default=None), max([1, 2], default=0), max(["aa", "b"], key=len), min([-3, 2], key=abs), max(1, -5, key=abs), max([3, 1], key=None))
print(max([(1, "a"), (1, "b")], key=lambda t: t[0]), min("b", "a", "c"), max([1, 1.0, True]), min([True, 1, 1.0]), min(0.0, -0.0), max(1, True))
print(bin(10), bin(-10), bin(0), oct(64), oct(-8), hex(255), hex(-255), hex(2 ** 64), bin(True))
print(int("101", 2), int("ff", 16), float("1e3"), int(3.9), int(-3.9), bool(3), bool(0.0), int(True), float(7))
for bad in (lambda: abs("x"), lambda: round("x"), lambda: pow("a", 2), lambda: divmod("a", 1), lambda: sum(["a", "b"]), lambda: sum([1, "a"]), lambda: max([]), lambda: min(), lambda: max(5),
            lambda: max(1, "a"), lambda: bin(1.5), lambda: hex("x"), lambda: sum(["a"], ""), lambda: round(1.5, "x"), lambda: pow(2, 2.0, 3), lambda: max(1, 2, default=3)):
    try:
        print("no error", bad())
    except (TypeError, ValueError) as e:
        print(e)


class Num:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v

    def __gt__(self, o):
        return self.v > o.v

    def __add__(self, o):
        return Num(self.v + (o.v if isinstance(o, Num) else o))

    __radd__ = __add__

    def __repr__(self):
        return f"N{self.v}"


nums = [Num(3), Num(1), Num(2)]
print(min(nums), max(nums), sum(nums), sum(nums, Num(10)), sorted(nums), max(nums, key=lambda n: -n.v))
print(all([]), any([]), all([1, "a", [0]]), any([0, "", None]), all(x > 0 for x in (1, 2)), any(x > 5 for x in (1, 9)), all("abc"), any({0: 1}))


def stops(items):
    for i in items:
        print("look", i)
        yield i


print(any(stops([0, 1, 2])), all(stops([1, 0, 2])))
for bad in (lambda: all(5), lambda: any(), lambda: all(1, 2)):
    try:
        bad()
    except TypeError as e:
        print(e)
