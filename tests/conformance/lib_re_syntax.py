# SPDX-License-Identifier: MIT
# Regular expressions: every element of the syntax against several texts.

import re

patterns = [r"abc", r"a.c", r"a\.c", r"^ab", r"bc$", r"a*", r"a+", r"a?", r"a{2}", r"a{1,2}", r"a{2,}", r"a{,2}b", r"a*?b", r"a+?", r"a??b", r"[abc]+", r"[^abc]+",
            r"[a-c]x", r"[-a]+", r"[]a]", r"[\d\s]+", r"\d+", r"\D+", r"\w+", r"\W+", r"\s+", r"\S+", r"\bab\b", r"(a)(b)?", r"(?:ab)+", r"(a|b)+c", r"ab|cd",
            r"(?P<first>a)(?P<second>b)", r"(a)\1", r"a(?=b)", r"a(?!b)", r"\x61", r"\t|\n", r"\$", r"()", r"a|", r"(a*)*b" if False else r"(a*)b", r"x{0}a", r"[.*]+"]
texts = ["", "a", "abc", "aabb", "xabcx", "a.c", "ab ab", "cd", "123 45", "a\nb", "a-b_c", "aa", "$*.", "\tab"]
for p in patterns:
    row = []
    for t in texts:
        m = re.search(p, t)
        row.append("-" if m is None else f"{m.start()}:{m.end()}")
    print(p, " ".join(row))
for p in (r"(\w+) (\w+)", r"(?P<k>\w)=(?P<v>\d+)?", r"(a)|(b)|(c)"):
    for t in ("one two", "x=5", "y=", "b", "c"):
        m = re.search(p, t)
        if m:
            print(p, t, m.group(), m.group(0), m.groups(), m.groups("none"), m.groupdict(), m.span(), m.lastindex if hasattr(m, "lastindex") else None)
