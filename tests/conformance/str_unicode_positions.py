# SPDX-License-Identifier: MIT
# Positions in texts with characters of one to four bytes: indexes, slices, searches, loops, lengths, comparisons with a list.

text = "aé€😀b€é😀z"
chars = ["a", "é", "€", "😀", "b", "€", "é", "😀", "z"]
print(len(text), [ascii(c) for c in text], [len(c.encode()) for c in text], len(text.encode()))
for i in range(-9, 9):
    assert text[i] == chars[i]
for start in range(-10, 11):
    for stop in range(-10, 11, 3):
        for step in (1, 2, -1, -3, None):
            assert text[start:stop:step] == "".join(chars[start:stop:step]), (start, stop, step)
    for sub in ("€", "😀", "é😀", "", "q", "z"):
        joined = "".join(chars)
        expected = [i for i in range(max(0, start + 9 if start < 0 else start), 10 - len(sub)) if "".join(chars[i:i + len(sub)]) == sub]
        found = text.find(sub, start)
        assert found == (expected[0] if expected else -1), (sub, start, found, expected)
print(text.rfind("€"), text.index("b"), text.rindex("é"), text.count("é"), text.find("€", 3), text.find("€", 0, 2), text.rfind("😀", 0, 7))
print(ascii(text[::-1]), ascii(text.upper()), ascii(text.replace("€", "EUR")), ascii(text.replace("b", "😀", 1)), [ascii(p) for p in text.split("€")])
print(ascii(text.partition("b")), ascii(text.center(13, "·")), ascii(text.zfill(12)), ascii(text * 2), "€" in text, "x" in text, text.startswith("aé"), text.endswith("😀z"))
print([ascii(c) for c in reversed(text)], ascii("".join(sorted(text))), ascii(max(text)), ascii(min(text)), [ord(c) for c in text[:4]], ascii("".join(map(chr, [233, 8364, 128512]))))
print(ascii(f"{text:>12}|{text[:3]:^7}|{text!r:.5}"), ascii("%5.2s|" % text), "é" < "z", "z" < "é", "😀" > "\uffff", "é" == "\u00e9", "e\u0301" == "é", len("e\u0301"))
for i, c in enumerate(text):
    if text.index(c) != i:
        print(i, ascii(c), text.index(c, text.index(c) + 1))
it = iter(text)
print(ascii(next(it)), ascii(next(it)), ascii("".join(it)))
print(ascii(text.strip("az")), ascii(text.lstrip("aé€")), ascii("😀".join(["", "x", ""])), [ascii(x) for x in "é é\u00a0é".split()], ascii("ab".translate({97: "😀"})), text.isascii(), "ab".isascii())
d = {c: i for i, c in enumerate(text)}
print([(ascii(k), v) for k, v in d.items()], d["😀"], hash(text) == hash("".join(chars)), text == "".join(chars), text[:3] + text[3:] == text)
