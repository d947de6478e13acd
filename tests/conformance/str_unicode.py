# SPDX-License-Identifier: MIT
# Text outside ASCII: indexing by code point, encoding, comparison, iteration.

s = "Grüße, 世界 😀!"
print(s, len(s), len(s.encode()), len(s.encode("utf-8")))
for i, c in enumerate(s):
    print(i, c, ord(c), hex(ord(c)))
print(s[2], s[4], s[7:9], s[-2], s[::-1])
print(s.upper(), s.lower(), s.find("世"), s.index("😀"), s.split(","), s.replace("世界", "Welt"))
print([chr(n) for n in (65, 233, 0x4E16, 0x1F600, 0x10FFFF - 2)][:4])
print(chr(ord("é")) == "é", ord("\U0001F600"), "".join(map(chr, range(0x3B1, 0x3B8))))
print(s.encode("utf-8"), s.encode().decode() == s)
print("é" == "\u00e9", "é" == "e\u0301", len("e\u0301"), "é" < "z", "z" < "é", "世" > "é", "😀" > "世")
print(sorted("zéa世😀b"), max("aé"), min("世a"))
print("ab世"[1:] + "é" * 2, "é" in s, "ß" in s, "世" * 3)
try:
    "é".encode("ascii")
except UnicodeEncodeError as e:
    print(type(e).__name__)
try:
    b"\xff\xfe".decode("utf-8")
except UnicodeDecodeError as e:
    print(type(e).__name__)
print("é世".encode("ascii", "ignore"), "é世".encode("ascii", "replace"), b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"))
print("é".encode("latin-1"), b"\xe9".decode("latin-1"))
for bad in (-1, 0x110000):
    try:
        chr(bad)
    except ValueError as e:
        print(e)
for bad in ("", "ab"):
    try:
        ord(bad)
    except TypeError as e:
        print(e)
größe = 5
世 = größe * 2
print(größe, 世)
print("{:>6}|{:*<5}|{:^7}|".format("世界", "é", "😀"), "%5s|%-5s|" % ("é", "世"))
