# SPDX-License-Identifier: MIT
# Shifts and bit operations, negative operands as infinite two's complement.

for n in (0, 1, 5, -1, -5, 255, -256, 12345678901234567890, -12345678901234567890):
    print(n, n << 1, n << 33, n >> 1, n >> 7, n >> 100)
for a in (0, 1, 12, -12, 0xFFFF0000FFFF0000FFFF, -0xFFFF0000FFFF0000FFFF):
    for b in (3, -3, 0xFF00FF00FF00FF00, -0xFF00FF00FF00FF00):
        print(a & b, a | b, a ^ b)
print(~0, ~-1, ~(1 << 70), ~-(1 << 70))
print(1 << 30, 1 << 31, 1 << 32, 1 << 62, 1 << 63, 1 << 64)
print(-1 << 30, -1 << 31, -1 << 64, (1 << 64) >> 64, (-1 << 64) >> 64)
print(1 << 0, 0 << 1000, -1 >> 1000, 7 >> 0)
x = 0
for i in range(0, 90, 7):
    x |= 1 << i
print(x, hex(x), bin(x).count("1"))
x ^= (1 << 90) - 1
print(x)
x &= ~0xFF
print(x)
x >>= 45
x <<= 2
print(x)
for bad in (-1, -5):
    try:
        print(1 << bad)
    except ValueError as e:
        print(e)
    try:
        print(1 >> bad)
    except ValueError as e:
        print(e)
try:
    1 << 1.0
except TypeError as e:
    print(e)
try:
    1.5 & 1
except TypeError as e:
    print(e)


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


print(popcount(0), popcount(255), popcount(2 ** 80 - 1), popcount(2 ** 80))
