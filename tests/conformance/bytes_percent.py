# SPDX-License-Identifier: MIT
# % formatting of bytes and conversions between the text and byte types.

print(b"%s|%d|%x|%5d|%-4d|%04x" % (b"raw", 10, 255, 3, 4, 171))
print(b"%c%c" % (65, b"B"), b"%%" % (), b"%r" % "x", b"%a" % "é")
print(b"%s" % bytearray(b"ba"), b"%.2f" % 1.239, b"%5s|" % b"ab")
try:
    b"%s" % "text"
except TypeError as e:
    print(type(e).__name__)
for text in ("", "ascii", "é", "漢字", "😀", "mixed é 漢 😀"):
    raw = text.encode()
    back = raw.decode()
    print(text, raw, len(text), len(raw), back == text)
for codec in ("utf-8", "utf8", "ascii", "latin-1"):
    print(codec, "abc".encode(codec), b"abc".decode(codec))
print("é".encode("utf-8", "strict"), bytes("é", "latin-1"), str(b"\xc3\xa9", "utf-8"), str(b"ab", "ascii", "strict"))
bad_sequences = (b"\x80", b"\xc3", b"\xe2\x82", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"a\xf0\x9f\x98", b"\xf4\x90\x80\x80")
for raw in bad_sequences:
    try:
        print(raw.decode("utf-8"))
    except UnicodeDecodeError as e:
        print("bad", raw, isinstance(e, ValueError), isinstance(e, UnicodeError))
try:
    "abc".encode("no-such-codec")
except LookupError as e:
    print(type(e).__name__)
try:
    "é".encode("ascii")
except UnicodeError as e:
    print(type(e).__name__, isinstance(e, ValueError))
print(b"caf\xc3\xa9 ok".decode("utf-8"), bytes("x", "ascii") == b"x", "x".encode() == b"x", str(b"x") == "x")
print([hex(x) for x in "€".encode()], int.from_bytes("€".encode(), "big"))


# What is left over: mappings may be, and what counts as one differs for str and bytes.
class Indexed:
    def __getitem__(self, key):
        return 1


class Text(str):
    pass


class Pair(tuple):
    pass


class Raw(bytes):
    pass


def leave(form, value):
    try:
        print(repr(form % value))
    except TypeError as error:
        print(error)


for value in (Indexed(), Text("a"), Pair((1,)), Pair(()), Raw(b"x"), bytearray(b"x"), memoryview(b"x"), range(3),
              {1}, frozenset(), [1], "a", b"a", {}, {1: 2}, 1, 2.5, None, ()):
    leave("x", value)
    leave(b"x", value)
    leave(bytearray(b"x"), value)
for value in (Raw(b"x"), bytearray(b"x"), "a", b"a", {b"k": 5}, 1, ()):
    leave(b"%(k)s", value)
