# SPDX-License-Identifier: MIT
# Any case: of ASCII letters alone in bytes and with re.ASCII. Flags before anything else.
import re


def show(*args):
    try:
        found = re.match(*args)
        print(ascii(args[0]), None if found is None else (found.span(), ascii(found.group())))
    except re.error as e:
        print(ascii(args[0]), e)


show("\xc0", "\xe0", re.I)
for flags in re.A | re.I,:
    for pattern in "\xc0", "[\xc0]", "[\xc0-\xd0]", "[^\xc0-\xd0]", "[\xc0-\xd0x]", "(\xc0)x":
        show(pattern, "\xe0", flags)
    for pattern in "k", "K", "[k]", "[j-l]", "[^k]", "[^a-z]", "k+", "[k-m]*?$":
        show(pattern, "\u212a", flags)
        show(pattern, "K", flags)
        show(pattern, "k", flags)
for pattern in b"\xc0", b"[\xc0-\xd0]", b"[^\xc0-\xd0]", b"[@-[]", b"(\xc0)":
    show(pattern, b"\xe0", re.I)
for pattern in b"k", b"[k]", b"[@-[]", b"[`-{]", b"[^K]", b"k{1,2}":
    show(pattern, b"K", re.I)
    show(pattern, b"k", re.I)
show("(?ai:\xc0)", "\xe0")
show("(?i:(?a:\xc0))", "\xe0")
show(r"(?a:\w)(?u:\w)", "a\xe0")
show(r"(?u:\w)", "\xe0", re.A)
show(r"(?x) (?i)a", "A")
show(" (?i)a", "A", re.X)
show("# words\n (?i)a", "A", re.X)
show("(?#words)(?i)a", "A")
for late in "a(?i)b", "(?:(?i)b)", "|(?i)b", "((?i)b)", "^(?i)b":
    show(late, "b")
m = re.match(b"(a)(b)?", bytearray(b"ab"))
print(m.group(), m.groups(), m, re.match(b"a", memoryview(b"ab")).group())
print(re.sub(b"x", b"y", bytearray(b"ax")), re.split(b"x", bytearray(b"axb")), re.findall(b".", memoryview(b"ab")))
