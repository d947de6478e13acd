# SPDX-License-Identifier: MIT
# Splitting with and without separators and limits.

for text in ("", " ", "  a  b   c  ", "a b", "\ta\nb\r\nc\x0bd\x0ce\x1cf", "a\u2003b\u00a0c", "one"):
    print(repr(text), text.split(), text.rsplit(), text.split(None, 1), text.rsplit(None, 1),
          text.split(None, 0), text.rsplit(None, 0))
for text in ("", ",", "a,,b", ",a,b,", "a,b,c,d"):
    for limit in (-1, 0, 1, 2, 100):
        print(repr(text), limit, text.split(",", limit), text.rsplit(",", limit))
print("a<>b<><>c".split("<>"), "a<>b<><>c".rsplit("<>", 1), "aaa".split("aa"), "aaa".rsplit("aa"))
print("äöüäö".split("ö"), "äöüäö".rsplit("ä", 1), "x€y€z".split("€", maxsplit=1))
print("a b c".split(maxsplit=1), "a b c".rsplit(maxsplit=1), "a-b".split(sep="-"))
for text in ("", "\n", "a\nb", "a\n\nb\n", "a\r\nb\rc\n\r", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i"):
    print(repr(text), text.splitlines(), text.splitlines(True), text.splitlines(keepends=False))
for sep in (",", "==", "z", "a"):
    print("a,b==c,d==e".partition(sep), "a,b==c,d==e".rpartition(sep))
words = "the quick  brown fox".split(" ")
print(words, " ".join(words) == "the quick  brown fox", "".join(words), ", ".join(w for w in words if w))
