# SPDX-License-Identifier: MIT
# repr of text outside Latin-1: which characters are shown and which are escaped.

samples = (
    "\u200b\u2028\u2029\ufeff", "\u3000\u00a0", "e\u0301", "\u0378", "\ue000", "\U000e0001",
    "世界", "Ωμέγα", "кириллица", "עברית", "😀🚀", "\U0010ffff", "ｆｕｌｌ", "\u00ad\u061c", "→≠∞", "\u2060x",
)
for s in samples:
    print(len(s), repr(s), ascii(s), s.isprintable())
print(samples)
print([s for s in samples if s.isprintable()])
print({s[0]: len(s.encode()) for s in samples if s[0].isprintable()})
for s in ("a\u0300", "\x85", "\u1680", "\u2003x", "\u202e"):
    print(repr(s), f"{s!r:>12}", "%r" % s, "{!r}".format(s), sep="|")
for s in samples:
    rebuilt = "".join(chr(ord(c)) for c in s)
    print(rebuilt == s, [hex(ord(c)) for c in s][:3])


class Label:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return f"Label({self.text!r})"


print(Label("\u2028"), [Label("世")], (Label("\ue000"),), f"{Label('é')!s:>12}")
