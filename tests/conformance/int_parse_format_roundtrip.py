# SPDX-License-Identifier: MIT
# Integers to text in every base and back, around all powers of two and ten.

checked = 0
for exponent in [0, 1, 8, 30, 31, 32, 63, 64, 100]:
    for base_value in (2 ** exponent, 10 ** (exponent // 3)):
        for delta in (-1, 0, 1):
            for sign in (1, -1):
                n = sign * (base_value + delta)
                assert int(str(n)) == n and int(hex(n), 16) == n and int(oct(n), 0) == n and int(bin(n), 2) == n
                assert int(f"{n:,}".replace(",", "")) == n and int(f"{n:_x}".replace("_", ""), 16) == n
                assert int("%d" % n) == n and int("%x" % n, 16) == n and int(f"  {n}  ") == n
                assert n.bit_length() == len(bin(abs(n))) - 2 if n else True
                checked += 1
print(checked)


def to_base(n, base):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if n < 0:
        return "-" + to_base(-n, base)
    out = ""
    while n or not out:
        n, r = divmod(n, base)
        out = digits[r] + out
    return out


for base in (2, 3, 7, 8, 10, 14, 16, 28, 35, 36):
    for n in (0, 1, base - 1, base, base ** 5 + 7, -(base ** 9) - 3, 10 ** 25):
        text = to_base(n, base)
        assert int(text, base) == n and int(text.upper(), base) == n, (n, base)
    if base % 7 == 0:
        print(base, text)
for n in (0, 5, -5, 255, 10 ** 12, -2 ** 40):
    print(f"{n}|{n:>15}|{n:<15}|{n:^15}|{n:015}|{n:+}|{n: }|{n:#x}|{n:#b}|{n:,}|{n:_}|{n:e}|{n:.3f}|{n:g}|{n:%}")
print(sum(int(c) for c in str(2 ** 500)), str(3 ** 200)[::20], len(str(7 ** 300)), str(-10 ** 50), int("9" * 60) + 1 == 10 ** 60, int("-" + "1" * 40))
for text in ("0b_1", "1_1", "0x_f", "0o7_7", "1_000_000"):
    print(text, int(text, 0))
print(int("１２３"), int(" \t42\n"), int("+0"), int("-0"), int("007"), int("z", 36), int("Z", 36), int("0xff", 16), int("ff", 16), int("0b1", 16))
