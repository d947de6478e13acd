# SPDX-License-Identifier: MIT
# Powers, modular powers and divmod.

print(2 ** 0, 0 ** 0, 0 ** 5, 1 ** 100, (-1) ** 101, (-2) ** 3, (-2) ** 4, -2 ** 4)
print(2 ** 10, 2 ** 31, 2 ** 64, 2 ** 100, 10 ** 30, 7 ** 33, (-3) ** 45)
print(2 ** -1, 2 ** -2, (-2) ** -3, 10 ** -3, 4 ** 0.5, 2 ** 0.5)
print(pow(2, 10), pow(3, 4, 5), pow(2, 100, 1000007), pow(7, 0, 13), pow(-3, 3, 7))
print(pow(10, 40, 10 ** 20 + 39), pow(123456789, 65537, 10 ** 18 + 9))
print(pow(3, -1, 7), pow(2, -3, 11), pow(5, 3, -7), pow(5, 3, 1))
print(2 ** 3 ** 2, (2 ** 3) ** 2)
try:
    0 ** -1
except ZeroDivisionError as e:
    print(e)
try:
    pow(2, 3, 0)
except ValueError as e:
    print(e)
try:
    pow(2, -1, 4)
except ValueError as e:
    print(e)
for a, b in ((17, 5), (-17, 5), (17, -5), (-17, -5), (0, 3), (10 ** 25, 10 ** 12 + 7)):
    q, r = divmod(a, b)
    print(a, b, q, r, q * b + r == a)
print(divmod(7.5, 2), divmod(-7.5, 2), divmod(7, 2.0), divmod(True, 2))
x = 3
x **= 5
print(x)
x //= 7
print(x)
x %= 10
print(x)


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def isqrt(n):
    guess = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (guess + n // guess) // 2
        if better >= guess:
            return guess
        guess = better


print(gcd(2 ** 60 * 3 ** 20, 6 ** 30), gcd(10 ** 18, 2 ** 70))
print(isqrt(2 * 10 ** 60), isqrt(99), isqrt(100))
