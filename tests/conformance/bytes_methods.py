# SPDX-License-Identifier: MIT
# Methods of bytes.

b = b"one two  three two"
print(b.find(b"two"), b.find(b"x"), b.rfind(b"two"), b.index(b"three"), b.count(b"two"), b.find(111), b.count(32))
print(b.split(), b.split(b" "), b.split(b" ", 1), b.rsplit(b" ", 1), b.split(None, 1), b"a,b".split(b","))
print(b.replace(b"two", b"2"), b.replace(b"two", b"2", 1), b.partition(b" "), b.rpartition(b" "), b.partition(b"?"))
print(b.startswith(b"one"), b.endswith(b"two"), b.startswith((b"x", b"o")), b.endswith(b"tw"), b.startswith(b"two", 4))
print(b"  pad\n".strip(), b"xxaxx".strip(b"x"), b"  l".lstrip(), b"r  ".rstrip(), b"ab".center(6, b"*"), b"ab".ljust(4) + b"|", b"ab".rjust(4, b"."))
print(b"MiXed".upper(), b"MiXed".lower(), b"title case".title(), b"cap it".capitalize(), b"sWap".swapcase(), b"7".zfill(3))
print(b"abc".isalpha(), b"123".isdigit(), b"a1".isalnum(), b" \t".isspace(), b"ABC".isupper(), b"abc".islower(), b"".isalpha())
print(b",".join([b"a", b"b"]), b"".join([]), b"-".join((b"x", bytearray(b"y"))), b"a\nb\r\nc".splitlines())
print(b"abc".hex(), b"\x00\xff".hex(), bytes.fromhex("00ff 7f"), bytes.fromhex(""), b"\x01\x02".hex("-"))
print(b"caf\xc3\xa9".decode(), b"abc".decode("ascii"), b"\xe9".decode("latin-1"), b"abc".decode("utf-8", "strict"))
print(b"pre-x".removeprefix(b"pre-"), b"x.py".removesuffix(b".py"), b"abc".translate(None, b"b"), b"a\tb".expandtabs(4))
for call in (lambda: b.index(b"zzz"), lambda: bytes.fromhex("0g"), lambda: b"\xff".decode(), lambda: b"a".join(["b"]), lambda: b.split(b"")):
    try:
        print(call())
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
packet = bytes([0x7E, 4]) + b"DATA" + bytes([sum(b"DATA") & 0xFF])
print(packet, packet[0] == 0x7E, packet[2:-1].decode(), packet[-1] == sum(packet[2:-1]) & 0xFF)
print(" ".join(f"{x:02x}" for x in packet), packet.hex().upper())


def crc16(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


print(hex(crc16(b"123456789")), hex(crc16(b"")))
