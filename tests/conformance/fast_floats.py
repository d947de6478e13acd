# SPDX-License-Identifier: MIT
# Chains of operators where one operand is the result before: floats, ints, what is neither, and
# what raises in the middle. Small numbers are exact, so every float format gives the same.


class Odd:
    def __init__(self, log):
        self.log = log

    def __add__(self, other):
        self.log.append(("add", other))
        return 0.5

    def __radd__(self, other):
        self.log.append(("radd", other))
        return 0.25

    def __mul__(self, other):
        self.log.append(("mul", other))
        return 2

    __rmul__ = __mul__

    def __rsub__(self, other):
        self.log.append(("rsub", other))
        return NotImplemented


def chains(a, b, c, d):
    return (a * b + c, a * b + c - d, a + b + c + d, a - (b - (c - d)), a / 2 + b / 2, a * a + b * b + c * c,
            (a + b) * (c - d), a * b / (c + d), -a * b, a * b == c, a + b < c + d, a + b if a * b > c else d - a)


for values in ((1.5, 2.0, 0.25, 4.0), (1, 2.5, 3, 4), (1.5, 2, 3.5, 4), (1, 2, 3, 4), (True, 0.5, False, 2.0),
               (0.0, -0.0, 8.0, 16.0), (1e300 * 10, 1.0, 2.0, 3.0), (2 ** 40, 0.5, 3, 1.0)):
    print(chains(*values))

log = []
odd = Odd(log)
x = 1.5
print(x * 2.0 + odd, odd + x * 2.0, x + x + odd * x, odd * x + odd)
print(log)
try:
    print(x * 2.0 - odd)
except TypeError as error:
    print(error, log[-1])


def divides(a, b):
    try:
        return a * 2.0 / b
    except ZeroDivisionError as error:
        return str(error)


print(divides(1.0, 0), divides(1.0, 0.0), divides(1.0, -0.0), divides(1, False), divides(0.0, 4))


def unbound(a):
    if a > 1.0:
        b = 2.0
    try:
        return a * 2.0 + b
    except UnboundLocalError as error:
        return type(error).__name__


print(unbound(1.5), unbound(0.5))


def kept():
    """Results in between are not changed by what comes behind."""
    a = 1.5
    b = a * 2.0
    c = b + a
    d = b
    b += 1.0
    b *= b
    return a, b, c, d


print(kept())
total = 0
for i in range(10):
    total += i * 0.5
    total -= i / 4
    total *= 1.0
print(total, type(total).__name__)
total = 10
total /= 4
total //= 1
total **= 2
print(total, 7 // 2.0, 7.5 % 2, -7.5 // 2, 2 ** -1, 2.0 ** 3)
nan = float("inf") - float("inf")
print(nan == nan, nan != nan, nan < 1.0, nan > 1.0, 1.0 <= nan, [nan] == [nan], 1.0 < 2, 2 >= 2.0, 0.0 == -0.0)
print([x * 0.5 + 1.0 for x in range(4)], sum(x * x for x in (0.5, 1.5)), max(0.5 * 3, 1.25 + 0.125))
try:
    1.5 + "a"
except TypeError as error:
    print(error)
try:
    2.0 * 3.0 + None
except TypeError as error:
    print(error)
small = [2 ** 30 - 1, -2 ** 30, 2 ** 30, 2 ** 31 - 1, -2 ** 31, 65536, -65536, 7, -7, 0]
for a in small:
    print([a + b for b in small], [a - b for b in small], [a * b for b in small])
    print([a // b for b in small if b], [a % b for b in small if b], [a & b for b in small], [a | b for b in small],
          [a ^ b for b in small])
print([a << s for a in (1, -1, 3, 1 << 29) for s in (0, 1, 29, 30, 31, 40)], [a >> s for a in (5, -5, 1 << 30) for s in (0, 1, 31, 99)])
for shift in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 // 0, lambda: 1 % 0):
    try:
        print(shift())
    except (ValueError, ZeroDivisionError) as error:
        print(error)
