# SPDX-License-Identifier: MIT
# Long integer work: digits of e and of the square root of two, factorials, Fibonacci, RSA with toy keys.

def digits_of_e(n):
    scale = 10 ** (n + 10)
    total = term = scale
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    return total // 10 ** 10


def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


def fib(n):
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


def is_probable_prime(n, witnesses=(2, 3, 5, 7, 11, 13)):
    if n < 2 or any(n % p == 0 and n != p for p in witnesses):
        return False
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in witnesses:
        x = pow(a, d, n)
        if a % n == 0 or x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print(digits_of_e(60))
print(isqrt(2 * 10 ** 80), isqrt(10 ** 41), isqrt(99))
print(fib(10), fib(100), fib(300))
f = 1
for i in range(2, 45):
    f *= i
text = str(f)
print(text, len(text), sum(map(int, text)), len(text) - len(text.rstrip("0")))
p, q, e = 1000003, 998244353, 65537
n, phi = p * q, (p - 1) * (q - 1)
d = egcd(e, phi)[1] % phi
message = 123456789012
cipher = pow(message, e, n)
print(d, cipher, pow(cipher, d, n) == message, pow(e, -1, phi) == d)
print([m for m in range(1000, 1060) if is_probable_prime(m)], is_probable_prime(2 ** 61 - 1), is_probable_prime(2 ** 67 - 1))
x = 2 ** 200 - 12345
print(x, hex(x), x % 997, x // 10 ** 50, -x // 7, -x % 7, x >> 150, (x >> 150) << 150 ^ x == x & (1 << 150) - 1)
print(x.bit_length(), str(x)[::-1], int(str(x)[::-1]), bin(x)[-20:], oct(x)[:12])
state = 1
for _ in range(20):
    state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
print(state, state >> 32, f"{state:016x}", f"{state:,}")
print(sum(10 ** k for k in range(0, 40, 3)), 3 ** 100 % 10 ** 20, (7 ** 77 - 1) // 6 % 1000000007, -(5 ** 30) // 3 ** 20, divmod(-(2 ** 100), 3 ** 40))
