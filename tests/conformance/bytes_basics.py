# SPDX-License-Identifier: MIT
# bytes: literals, construction, indexing, comparison, iteration, text.

b = b"hello\x00\xff"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], b[10:], bytes(), bytes(3), bytes([1, 2, 255]), bytes(b"x"))
print(bytes("é", "utf-8"), bytes("abc", encoding="ascii"), bytes(range(5)), bytes(bytearray(b"yz")), bytes((65, 66)))
print(b"a" + b"b", b"ab" * 3, 2 * b"-", b"x" * 0, b"con" b"cat", rb"\n", Rb"\x", b'''tri
ple''')
print(list(b"abc"), tuple(b"\x00\x01"), [x for x in b"az"], max(b"abc"), sum(b"\x01\x02"), sorted(b"cab"))
print(b"a" == b"a", b"a" != b"b", b"a" < b"b", b"ab" < b"b", b"" < b"a", b"a" == "a", b"a" == bytearray(b"a"))
print(104 in b, b"ell" in b, b"x" in b, b"" in b, 0 in b, 300 not in [b[0]])
print(repr(b"quo'te"), repr(b'dou"ble'), repr(b"\\ \t\n\r\x7f"), str(b"x"), bool(b""), bool(b"\x00"))
print(hash(b"k") == hash(b"k"), {b"k": 1}[b"k"], {b"a", b"a"}, b is not None)
for bad in (256, -1):
    try:
        bytes([bad])
    except ValueError as e:
        print(e)
for bad in (7, -8):
    try:
        b[bad]
    except IndexError as e:
        print(e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
try:
    b"a" + "b"
except TypeError as e:
    print(e)
try:
    bytes("abc")
except TypeError as e:
    print(e)
try:
    300 in b
except ValueError as e:
    print(e)
try:
    bytes(-1)
except ValueError as e:
    print(e)
for x in b"\x01\xfe":
    print(x, end=" ")
print()
checksum = 0
for byte in b"The quick brown fox":
    checksum = (checksum * 31 + byte) & 0xFFFFFFFF
print(checksum, hex(checksum))
