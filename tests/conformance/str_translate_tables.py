# SPDX-License-Identifier: MIT
# maketrans and translate in all forms, with deletions, growth, wide characters, dict subclasses; encode and decode.


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(str.maketrans("ab", "xy"), str.maketrans("ab", "xy", "z"), str.maketrans({"a": "1", 98: None, "c": 99}))
text = "abc zebra"
for table in (str.maketrans("abc", "xyz"), str.maketrans("", "", "aeiou"), {97: "AAA", 98: None, 99: 0x20ac}, {}, str.maketrans("a", "é"), {ord(c): c.upper() for c in "az"}):
    print(text.translate(table))
attempt(str.maketrans, "ab", "x")
attempt(str.maketrans, {"ab": 1})
attempt(str.maketrans, 5)
attempt("abc".translate, {97: 0x110000})


class Doubling(dict):
    def __missing__(self, key):
        return chr(key) * 2


class Lookup:
    def __getitem__(self, key):
        if key == 98:
            raise LookupError
        return key + 1


print("abc".translate(Doubling()), "abc".translate(Lookup()), "äöü".translate({0xe4: "ae", 0xf6: "oe", 0xfc: None}))
rot13 = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
print("hello".translate(rot13), "hello".translate(rot13).translate(rot13))
for t in ("plain", "é€😀", "\x00\x7f\x80\xff", ""):
    for codec in ("utf-8", "ascii", "latin-1", "UTF8"):
        for errors in ("strict", "ignore", "replace"):
            try:
                print(ascii(t), codec, errors, t.encode(codec, errors))
            except UnicodeError as e:
                print(ascii(t), codec, errors, type(e).__name__)
for data in (b"plain", b"\xc3\xa9", b"\xe2\x82", b"\xff", b"a\xc3b", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xc0\x80"):
    for codec in ("utf-8", "ascii", "latin-1"):
        for errors in ("strict", "ignore", "replace"):
            try:
                print(data, codec, errors, ascii(data.decode(codec, errors)))
            except UnicodeError as e:
                print(data, codec, errors, type(e).__name__)
print(str(b"abc", "ascii"), str(bytearray(b"\xc3\xa9"), "utf-8"), bytes("é", "latin-1"), bytearray("€", "utf-8"), bytes("a\u0100", "ascii", "replace"))
