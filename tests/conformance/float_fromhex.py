# SPDX-License-Identifier: MIT
# float.fromhex, the way back from hex().
good = ["0x1.8p3", "0x.1", "0x1.", "1.8", " -0X1.8P+3 ", "+0x0p-5000", "-0x0p0", "inf", "-Infinity", " nan ", "0x1p-1074", "0x1p-1075",
        "0x1.0000000000001p-1075", "0x1.8p-1075", "0x1.fffffffffffffp1023", "0x1.fffffffffffff7p1023", "0x1p1023",
        "0x10000000000000.8p0", "0x10000000000000.80000000000000000000001p0", "0x10000000000001.8p0", "0x123456789abcdef123456789",
        "0x0.000000000000000000000000000000000000001p150", "a.fp-2", "0xffffffffffffffffffffffff", "1p-100000000000000", "\t1\n",
        "0x0.00000000000000000000000000p99999999999999999999"]
for text in good:
    number = float.fromhex(text)
    print(repr(text), number, number.hex())
bad = ["", " ", "0x", "x1", "0x1p", "0x1p+", "0x1 p3", "1..2", "0x1.8g", "--1", "+ 1", "in", "nano", "0x1p1023z", "1_0", "0x.", "0xp1", "\u0661"]
for text in bad:
    try:
        print(float.fromhex(text))
    except ValueError as e:
        print(repr(text), e)
for text in ("0x1p1024", "0x1.fffffffffffff8p1023", "-1p99999999999999999999", "0x" + "f" * 300):
    try:
        print(float.fromhex(text))
    except OverflowError as e:
        print(text[:20], e)
for wrong in (5, b"0x1", None):
    try:
        float.fromhex(wrong)
    except TypeError as e:
        print(e)


class Mine(float):
    pass


print(type(Mine.fromhex("0x1")).__name__, Mine.fromhex("0x1p2") == 4.0, float.fromhex(Mine(2.5).hex()))
seed = 12345
for i in range(200):
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    number = (seed - 2 ** 63) * 2.0 ** ((seed >> 20) % 2000 - 1100)
    assert float.fromhex(number.hex()) == number, number
