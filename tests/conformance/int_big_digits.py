# SPDX-License-Identifier: MIT
# Large integers: products, quotients, roots, digits, texts in several bases, comparisons with neighbours.


def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


f60 = factorial(60)
print(f60, len(str(f60)), f60 % 61, sum(map(int, str(f60))))
print(isqrt(2 * 10**60), isqrt(f60), isqrt(10**40) ** 2 == 10**40)
a, b = 3**120, 7**60
print(a * b, a // b, a % b, divmod(a, -b), divmod(-a, b))
print(a - b > 0, a + b - a == b, (a << 100) >> 100 == a, a * b // a == b, (a * b + 5) % b)
for base, prefix in ((2, "b"), (8, "o"), (16, "x")):
    text = format(a, prefix)
    print(base, text, int(text, base) == a, int("-" + text, base) == -a)
print(int(str(a)) == a, hash(a) == hash(int(str(a))), {a: 1}[3**120], a == float(a), int(float(2**100)) == 2**100)
for bits in (29, 30, 31, 32, 33, 61, 62, 63, 64, 65, 96, 128):
    n = 1 << bits
    print(bits, n - 1, n, n + 1, -n, (n - 1) * (n + 1) == n * n - 1, (n + 1) % (n - 1), -n // (n - 1), (n - 1).bit_length(), n.bit_length())
    print((n - 1) & (n + 1), (n - 1) | n, (n - 1) ^ -1, -n >> 3, ~n & (n - 1), sorted([n, n - 1, n + 1, -n]) == [-n, n - 1, n, n + 1])
x = 1
for i in range(1, 40):
    x = x * 31 + i
    if i % 8 == 0:
        print(i, x, x % 1000007, x // 10**(i // 2))
fib = [0, 1]
while len(fib) < 150:
    fib.append(fib[-1] + fib[-2])
print(fib[149], fib[149] // fib[148], fib[100] % fib[50], sum(fib) == fib[149] * 2 + fib[148] - 1 if len(fib) == 150 else None)
