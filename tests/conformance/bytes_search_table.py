# SPDX-License-Identifier: MIT
# Searching, counting, splitting and replacing in bytes, with bounds.

data = b"banana bandana"
for sub in (b"ban", b"an", b"x", b"", b"banana bandana!", 97, 110, 0):
    print(sub, data.find(sub), data.rfind(sub), data.count(sub), sub in data if sub != b"" else True,
          data.find(sub, 3), data.find(sub, -5, -1), data.rfind(sub, 0, 6), data.count(sub, 2, 9))
for sep in (b" ", b"an", b"a", b"zz", None):
    print(sep, data.split(sep), data.rsplit(sep, 1), data.split(sep, 1), data.split(sep, maxsplit=2))
print(data.partition(b"an"), data.rpartition(b"an"), data.partition(b"q"), data.rpartition(b"q"))
print(data.replace(b"an", b"AN", 2), data.replace(b"", b"-", 3), data.replace(b"a", b""), data.replace(b"ban", b"long"))
print(data.startswith((b"x", b"ba")), data.endswith(b"ana", 3), data.startswith(b"nan", 2), data.endswith(b"ban", 0, 3))
print(b"  x \t\n".strip(), b"xxyxx".strip(b"x"), b"xyz".lstrip(b"yx"), b"xyz".rstrip(b"zy"), b"".strip())
print(b"a\nb\r\nc\rd\x0be".splitlines(), b"a\nb\n".splitlines(True), b"".splitlines())
print(b"abc".upper(), b"A\xe9B".lower(), b"hello world".title(), b"hELLO".capitalize(), b"aBc\xff".swapcase())
print([getattr(b"aZ", n)() for n in ("isalpha", "isdigit", "isalnum", "isupper", "islower", "istitle", "isspace", "isascii")])
print(b"7".zfill(3), b"-7".zfill(4), b"x".center(5, b"."), b"x".ljust(3), b"x".rjust(3, b"_"), b"a\tb".expandtabs(4))
print(b"abc".translate(bytes(range(256))), b"abcabc".translate(None, b"b"), b"abc".translate(bytes.maketrans(b"ac", b"xy")))
print(b"\x00\xffab".hex(), b"\x00\xffab".hex(":"), b"\x01\x02\x03\x04\x05".hex("-", 2), b"\x01\x02\x03".hex("_", -2))
print(b"abc".removeprefix(b"a"), b"abc".removesuffix(b"bc"), b",".join([b"a", bytearray(b"b")]), b"ab" b"cd", bytes(b"x") * 3)
print(b"%d %s %x %05.1f %c %b %a %%" % (5, b"raw", 255, 2.25, 65, b"bb", "é"))
