# SPDX-License-Identifier: MIT
# Integer arithmetic across the small-integer range and its edges.

values = [0, 1, -1, 2, -2, 7, -7, 100, -100, 1073741823, -1073741824, 1073741824, -1073741825]
for a in values:
    print(a, -a, +a, ~a, abs(a), a + 1, a - 1, a * 2, a * a)

for a in (7, -7):
    for b in (2, -2, 3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a / b, (a // b) * b + a % b == a)

edge = 1073741823
print(edge + 1, -edge - 2, edge * 2, edge * edge, edge + edge - edge)
edge = 2147483647
print(edge + 1, -edge - 2, edge * edge)
edge = 9223372036854775807
print(edge + 1, -edge - 1, -edge - 2, edge - -1)

total = 1
for i in range(1, 26):
    total *= i
print(total)
for i in range(25, 0, -1):
    total //= i
print(total)

for op in ("//", "%", "/", "divmod"):
    try:
        if op == "//":
            1 // 0
        elif op == "%":
            1 % 0
        elif op == "/":
            1 / 0
        else:
            divmod(1, 0)
    except ZeroDivisionError as e:
        print(op, e)

print(1 < 2 <= 2 < 3, 5 > 5, 5 >= 5, -1 < 0, 10 ** 20 > 10 ** 19, -10 ** 20 < 10)
print(1_000_000, 0x_ff, 0b1010_1010, 0o17)
