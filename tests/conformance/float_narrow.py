# fz-float: 32
# Floats of 32 bits: what operators in the loop give is what the special methods give, whatever the width. Prints
# the same with floats of 64 bits.
import operator

numbers = [0.1, -2.5, 3.0, 1e10, 7.25e-3, 123456.789, 1.0 / 3.0, -0.0]
integers = [1, -3, 7, 2**24 + 1, -(2**24) - 3, 2**29 + 33, 2**40 + 1]


def same(a, b):
    return a == b and str(a) == str(b)


def check(a, b):
    bad = 0
    bad += not same(a + b, operator.add(a, b))
    bad += not same(a - b, operator.sub(a, b))
    bad += not same(a * b, operator.mul(a, b))
    bad += (a < b) != operator.lt(a, b)
    bad += (a <= b) != operator.le(a, b)
    bad += (a == b) != operator.eq(a, b)
    if b:
        bad += not same(a / b, operator.truediv(a, b))
        bad += not same(a // b, operator.floordiv(a, b))
        bad += not same(a % b, operator.mod(a, b))
    return bad


def check_float_first(x, n):
    bad = 0
    bad += not same(x + n, x.__add__(n))
    bad += not same(n + x, x.__radd__(n))
    bad += not same(x - n, x.__sub__(n))
    bad += not same(n - x, x.__rsub__(n))
    bad += not same(x * n, x.__mul__(n))
    bad += not same(x / n, x.__truediv__(n))
    bad += not same(x + n, x + float(n))
    bad += not same(x * n, x * float(n))
    bad += (x < n) != x.__lt__(n)
    return bad


bad = done = 0
for x in numbers:
    for y in numbers:
        bad += check(x, y)
        done += 1
    for n in integers:
        bad += check(x, n) + check(n, x) + check_float_first(x, n)
        done += 1
print(done, "pairs,", bad, "wrong")


def total(values):
    result = 0.0
    for value in values:
        result = result + value * 2 - value
    return result


def total_in_steps(values):
    result = 0.0
    for value in values:
        result = operator.sub(operator.add(result, operator.mul(value, 2)), value)
    return result


print(same(total(numbers), total_in_steps(numbers)))
print(same(sum(numbers), sum(numbers[1:], numbers[0])))
narrow = total([0.5, 0.25, 2.0**20])
print(narrow == 1048576.75, str(2.0**-10 + 1.0)[:6], 16777216.0 + 1.0 in (16777216.0, 16777217.0))
