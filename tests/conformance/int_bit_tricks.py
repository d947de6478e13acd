# SPDX-License-Identifier: MIT
# Bits of small and large integers: masks, fields, rotations, Gray codes, popcounts, flags, CRC, random generators.


def bits(n, width=8):
    return f"{n & (1 << width) - 1:0{width}b}"


print([bits(n) for n in (0, 5, -1, -128, 255, 256)], [n & -n for n in (1, 6, 12, 2 ** 70, 0)], [(n ^ n >> 1) for n in range(9)], [bin(n).count("1") for n in (0, 255, 2 ** 100 - 1, -7)])


def field(word, low, width):
    return word >> low & (1 << width) - 1


def insert(word, low, width, value):
    mask = (1 << width) - 1 << low
    return word & ~mask | value << low & mask


word = 0
for low, width, value in ((0, 4, 9), (4, 12, 0xABC), (16, 16, 70000), (32, 40, 2 ** 39 + 1)):
    word = insert(word, low, width, value)
print(hex(word), [hex(field(word, low, width)) for low, width in ((0, 4), (4, 12), (16, 16), (32, 40), (71, 5))], hex(insert(word, 4, 12, 0)), word.bit_length())


def rol(x, n, width=32):
    mask = (1 << width) - 1
    return (x << n | x >> width - n) & mask


print([hex(rol(0x80000001, n)) for n in (1, 4, 31)], hex(rol(1, 63, 64)), hex(rol(0x0123456789ABCDEF, 12, 64)))


def crc8(data, poly=0x07):
    crc = 0
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = (crc << 1 ^ poly) & 0xFF if crc & 0x80 else crc << 1
    return crc


def crc32(data):
    crc = 0xFFFFFFFF
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def fnv(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


def adler(data):
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a


for data in (b"", b"a", b"123456789", bytes(range(40))):
    print(crc8(data), hex(crc32(data)), hex(fnv(data)), hex(adler(data)))


def xorshift(x):
    while True:
        x ^= x << 13 & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= x << 17 & 0xFFFFFFFFFFFFFFFF
        yield x


g = xorshift(88172645463325252)
print([next(g) for _ in range(3)], sum(next(g) >> 63 for _ in range(50)))
READ, WRITE, RUN = 1, 2, 4
for flags in (0, READ, READ | WRITE, 7, 7 & ~WRITE, READ ^ 7):
    print(flags, "".join(c if flags & f else "-" for c, f in zip("rwx", (READ, WRITE, RUN))), bool(flags & RUN), flags | RUN, flags ^ READ)


def signed(n, width):
    return n - (1 << width) if n >> width - 1 & 1 else n


print([signed(n, 8) for n in (0, 127, 128, 255)], signed(2 ** 31, 32), signed(2 ** 64 - 1, 64), [~n for n in (0, -1, 2 ** 40)], -5 >> 1, -5 // 2, -5 & 0xF, (-1) >> 100, 1 << 100 >> 98)
a, b = 2 ** 90 + 12345, -(2 ** 80) - 999
assert a & b == ~(~a | ~b) and a ^ b == (a | b) - (a & b) and a + b == (a ^ b) + 2 * (a & b) and ~a == -a - 1
print(a & b, a | b, a ^ b, ~a & 0xFFFF, (a << 5) >> 5 == a, b >> 70, b << 3, int.from_bytes(a.to_bytes(12, "big"), "big") == a)
print([i for i in range(70) if (2 ** 64 + 5) >> i & 1], int("1" * 40, 2) == 2 ** 40 - 1, "".join(str(0b1011 >> i & 1) for i in (3, 2, 1, 0)))
