# SPDX-License-Identifier: MIT
# Escapes in source and repr of every class of character.
# mpy-refused: FZ0501

print(repr("a\tb\nc\rd\\e'f\"g"), repr('it\'s'), repr("say \"hi\""), repr("both ' and \""))
print(repr("\x00\x01\x1f\x7f\x80\x9f\xa0\xad\xff"))
print(repr("\a\b\f\v\0"), repr("\101\60"), len("\x41\u0042\U00000043\N{LATIN SMALL LETTER A}"))
print("\x41\u00e9\u6f22\U0001F600", repr("\u00e9\u6f22\U0001F600"), ascii("\u00e9\u6f22\U0001F600"))
print(r"raw\n\t\x", repr(r"\d+"), len(r"\\"), R"\'")
print("line \
continued", "a\
b")
print(ascii("abc"), ascii("é"), ascii("'"), ascii([1, "ü"]), ascii("\x7f\x80\uffff\U00010000"))
print(repr(""), repr(" "), repr("\\"), repr("'"), repr('"'), repr("\\'"))
print(repr(b"a\tb\\'\x00\xff"), repr(b'"'), repr(b"'\""), b"\x41\102\n")
print(["a\n", 'b"', "c'"], ("\\",), {"k\t": "v\x00"})
for c in "aé漢😀\n\x7f":
    print(ord(c), repr(c), ascii(c), len(c), c.isprintable())
print("tab\there", "nul\0end".replace("\0", "|"), "bell\a".replace("\a", "<bell>"))
print('''triple
with 'quotes' and "doubles" and \\ backslash''')
print("%r %s %a" % ("é\n", "é", "é\n"), f"{'é'!r} {'é'!a} {'é'!s}", "{!r}".format("x'y"))
print(str(["é", 'a"']), repr("x" * 3 + "\n"))
table = {}
for code in range(0, 256, 5):
    table[code] = repr(chr(code))
print(table)
for quote in ("'", '"', "'\"", "\"'\n", "\\'"):
    print(quote, repr(quote), len(repr(quote)), [quote], ascii(quote))
print(repr(repr("a'b")), repr(repr('a"b\n')))
