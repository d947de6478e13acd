# SPDX-License-Identifier: MIT
# Number theory with small and large integers: gcd, modular powers, primes, factoring, bases, continued fractions.


def egcd(a, b):
    x0, x1, y0, y1 = 1, 0, 0, 1
    while b:
        q, a, b = a // b, b, a % b
        x0, x1, y0, y1 = x1, x0 - q * x1, y1, y0 - q * y1
    return a, x0, y0


for a, b in ((240, 46), (17, 31), (10 ** 20 + 39, 10 ** 15 + 37), (0, 5), (2 ** 89 - 1, 2 ** 61 - 1)):
    g, x, y = egcd(a, b)
    assert a * x + b * y == g
    print(g, x, y)


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, r = n - 1, 0
    while d % 2 == 0:
        d, r = d // 2, r + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([n for n in range(100) if is_prime(n)], [e for e in range(2, 128) if is_prime(2 ** e - 1)], is_prime(10 ** 18 + 9), is_prime(10 ** 18 + 7))


def factor(n):
    out, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
        p += 1 if p == 2 else 2
    if n > 1:
        out[n] = out.get(n, 0) + 1
    return out


for n in (1, 2, 97, 360, 1001, 2 ** 20, 999983 * 7, 123456):
    f = factor(n)
    product = 1
    for p, e in f.items():
        product *= p ** e
    assert product == n
    print(n, f)


def continued(a, b):
    while b:
        yield a // b
        a, b = b, a % b


print(list(continued(415, 93)), list(continued(10 ** 20, 3 ** 40)))
a, b = 0, 1
for _ in range(90):
    a, b = b, a + b
print(a, a % 10 ** 9, pow(3, 10 ** 18, 10 ** 9 + 7), pow(7, -1, 10 ** 9 + 7), pow(2, 1000) % 10 ** 20)


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(max(range(1, 300), key=collatz), collatz(27), collatz(2 ** 40), collatz(10 ** 12 + 1))


def crt(pairs):
    x, m = 0, 1
    for r, n in pairs:
        x += m * ((r - x) * pow(m, -1, n) % n)
        m *= n
    return x % m


print(crt([(2, 3), (3, 5), (2, 7)]), crt([(1, 10 ** 9 + 7), (2, 10 ** 9 + 9)]))
n, digits = 2 ** 200, []
while n:
    n, r = divmod(n, 1000)
    digits.append(r)
print(digits[::-1], sum(digits), bin(12345).count("1"), (2 ** 64 - 1) ^ 0xFF00FF, ~(2 ** 40) & 0xFFFF, [1 << k for k in (0, 30, 31, 62, 63, 64)])
