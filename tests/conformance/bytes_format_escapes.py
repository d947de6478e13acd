# SPDX-License-Identifier: MIT
# repr of bytes and str with all escapes, literals with escapes, raw strings, bytes from all sorts of sources.

print(bytes(range(0, 64)), bytes(range(64, 128)), bytes(range(128, 160)), bytes(range(250, 256)))
print(repr("".join(map(chr, range(0, 40)))), repr("".join(map(chr, range(120, 170)))))
print("\a\b\f\n\r\t\v\\\'\"\0\x41\101\u0041\U00000041\N{LATIN SMALL LETTER A}" == "\x07\x08\x0c\x0a\x0d\x09\x0b\\'\"\x00AAAAa", len("\1\12\123\1234"))
print(b"\a\x00\101\\\'\"\n", r"\n\x41\\", rb"\n\x41", "a\
b", """multi
line 'and' "quotes" \" done""", 'it''s', "tab\there", b'it\'s "x"')
print([repr(s) for s in ("'", '"', "'\"", "\\'", "\n'", "é'", "\x7f", "\x80", "\xad", "\u2028", "\ue000", "\U0010ffff")])
print([ascii(s) for s in ("'", "é", "€", "😀", "\x80", "a\tb")], [repr(b) for b in (b"'", b'"', b"'\"", b"\\", b"\x7f\x80")])
print(bytes(), bytes(3), bytes([1, 2]), bytes((65, 66)), bytes({67}), bytes(range(3)), bytes(b"copy"), bytes(bytearray(b"ba")), bytes(memoryview(b"mv")), bytes("é", "utf-8"), bytes(x * 2 for x in range(3)))
print(bytearray(), bytearray(2), bytearray(b"x"), bytearray("é", "latin-1"), bytearray([1, 2]), bytearray(range(2)), bytearray(bytearray(b"c")))
print(b"%s|%5s|%-5s|%.2s|%r|%a" % (b"ab", b"ab", b"ab", b"abcd", "é", "é"), b"%d %5d %-5d| %05d %x %X %#o %c%c %i" % (5, 5, 5, -5, 255, 255, 8, 65, b"B", 3), b"%.2f %e %g %%" % (1.5, 1.5, 1.5), bytearray(b"%s") % b"x", b"%(k)s %(n)d" % {b"k": b"v", b"n": 1})
for f in (lambda: b"%s" % "str", lambda: b"%d" % "x", lambda: b"%c" % 256, lambda: b"%s %s" % b"x", lambda: b"%q" % 1, lambda: b"%s" % 5, lambda: b"x" % 1, lambda: bytes("x"), lambda: bytes([300]), lambda: bytes("x", 5), lambda: bytes(1, "utf-8"), lambda: bytes(-1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(b"abc"[0], b"abc"[-1:], b"abc"[::-1], list(b"abc"), b"a" in b"abc", 97 in b"abc", b"" in b"", b"abc" < b"abd", b"abc" == bytearray(b"abc"), {b"k": 1}[b"k"], hash(b"a") == hash(b"a"), b"a" + b"b" * 2, [*b"xy"], max(b"az"), sorted(b"cab"), b"-".join([b"a", b"b"]), bytes(reversed(b"abc")))
a, b, *c = b"wxyz"
print(a, b, c, b"x" != "x", bool(b""), len(b"\xff\x00"), b"\xe9".decode("latin-1"), "é".encode() + b"!", int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "big"), b"a".hex(), bytes.fromhex("6162 63"), bytearray.fromhex("ff").hex())
