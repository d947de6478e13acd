# SPDX-License-Identifier: MIT
# center, ljust, rjust, zfill, expandtabs.

for text in ("", "a", "ab", "abc", "äö"):
    for width in (-1, 0, 2, 3, 4, 5):
        print(repr(text), width, [text.center(width), text.ljust(width), text.rjust(width), text.zfill(width)])
for text in ("+5", "-5", "-", "+", "--5", "-ab", "+-5", " -5"):
    print([text.zfill(w) for w in (0, 2, 3, 6)])
print("abc".center(8, "*"), "abc".ljust(8, "€"), "abc".rjust(8, "."), "ab".center(5, "-"), "a".center(4, "-"))
for text in ("a\tb", "\t", "ab\tcd\te", "a\nb\tc", "abcdefgh\ti", "\t\t", "a\r\tb"):
    print([text.expandtabs(n) for n in (8, 4, 1, 0, -1)], text.expandtabs(), text.expandtabs(tabsize=2))
print(repr("x".center(True)), repr("x".ljust(False)))
for text in ("spam", "eggs and ham"):
    print("|" + text.center(16) + "|" + text.ljust(14, ".") + "|" + text.rjust(14, ".") + "|")
