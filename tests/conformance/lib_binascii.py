# SPDX-License-Identifier: MIT
# binascii: hexadecimal, base 64, checksums; errno: numbers.
import binascii
import errno


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


data = bytes(range(256))
print(binascii.hexlify(data) == data.hex().encode(), binascii.unhexlify(data.hex()) == data, binascii.unhexlify("aAbB"), binascii.a2b_hex(b"00ff"), binascii.b2a_hex(bytearray(b"\x01\xff")))
print(binascii.hexlify(b"abcdefg", "-", 2), binascii.hexlify(b"abcdefg", b":", -3), binascii.hexlify(b"abc", sep="_"), binascii.hexlify(b"", "-"), binascii.hexlify(b"abc", "-", 0), binascii.hexlify(b"abc", "-", 9), binascii.hexlify(b"ab", bytes_per_sep=1))
for text in ("abc", "zz", b"0g", "é1", 5):
    attempt(binascii.unhexlify, text)
attempt(binascii.hexlify, "a")
attempt(binascii.hexlify, b"ab", "--")
for size in range(7):
    coded = binascii.b2a_base64(data[200:200 + size])
    print(coded, binascii.a2b_base64(coded) == data[200:200 + size])
print(binascii.a2b_base64(binascii.b2a_base64(data)) == data, binascii.b2a_base64(b"abc", newline=False))
for text in ("YQ", "Y", "YQ==", "Y!Q=\n=", "YWJj\nZA==", "=YQ==", "YQ==YQ==", b"YWJjY", "é", "", "YWI=", "YWI", "=", "===="):
    attempt(binascii.a2b_base64, text)
for text in ("YQ==YQ==", "Y Q==", "YQ==", "YWJj"):
    attempt(binascii.a2b_base64, text, strict_mode=True)
attempt(binascii.b2a_base64, "x")
print(binascii.crc32(b"abc"), binascii.crc32(b"c", binascii.crc32(b"ab")), binascii.crc32(b""), binascii.crc32(data), binascii.crc32(b"x", -1), binascii.crc32(b"x", 2 ** 40 + 5), binascii.crc_hqx(b"abc", 0), binascii.crc_hqx(data, 0xffff))
attempt(binascii.crc32, "a")
attempt(binascii.crc32, b"a", "x")
print(issubclass(binascii.Error, ValueError), binascii.Error("x"))
try:
    binascii.unhexlify("x")
except ValueError as e:
    print("caught", e)
print(errno.ENOENT, errno.EAGAIN, errno.EINVAL, errno.ETIMEDOUT, errno.ECONNRESET, errno.EWOULDBLOCK == errno.EAGAIN)
try:
    raise OSError(errno.ENODEV, "no device")
except OSError as e:
    print(e.errno == errno.ENODEV, e)
