# SPDX-License-Identifier: MIT
# Integers beyond any machine word: sums, products, quotients, signs, comparison.

a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, b - a)
print(a * b)
print(b // a, b % a, divmod(b, a))
for x, y in ((a, 97), (-a, 97), (a, -97), (-a, -97)):
    print(x // y, x % y, divmod(x, y))
print(-a, abs(-a), +a, -(-a) == a)
print(a * 0, a * 1, a * -1, a - a, a // a, a % a)
print(a == 123456789012345678901234567890, a != b, a < b, a <= a, a > b, -a < -b)
print(a / b, a / 1000, 1 / a)

fact = 1
for i in range(1, 41):
    fact *= i
print(fact)
print(fact // (2 ** 38), fact % 1000003)

fib = [0, 1]
for _ in range(150):
    fib.append(fib[-1] + fib[-2])
print(fib[100], fib[150])
print(fib[150] - fib[149] == fib[148])

# Results fall back to a small value when they fit.
print((a - a + 5) * 2, (b // a) + 1, a // (a - 1))
# Carries across many limbs.
print(2 ** 128 - 1 + 1, (2 ** 96 - 1) * (2 ** 96 - 1), 2 ** 96 - (2 ** 96 - 1))
print((10 ** 40 + 7) // (10 ** 20 + 3), (10 ** 40 + 7) % (10 ** 20 + 3))
print((2 ** 64) // (2 ** 32), (2 ** 64 - 1) // (2 ** 32 + 1), (2 ** 95) // (2 ** 32 - 1))
x = 3 ** 80
y = x // 3 ** 40
print(x, y, y == 3 ** 40)
