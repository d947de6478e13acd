# SPDX-License-Identifier: MIT
# The functions of re and the methods of patterns and matches, with positions, limits and flags.

import re


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


p = re.compile(r"(\w)(\d)")
print(p.pattern, p.groups if hasattr(p, "groups") else 2, bool(p.match("a1")), bool(p.match(" a1")), bool(p.fullmatch("a1")), bool(p.fullmatch("a12")))
m = p.search("--a1b2--")
print(m.group(), m.group(1), m.group(2), m.group(1, 2), m[0], m[1], m.start(), m.end(), m.span(2), m.start(1), m.end(2), m.string, m.re is p)
print(p.findall("a1b2c3"), re.findall(r"\d", "a1b2"), re.findall(r"(\w)\d", "a1b2"), re.findall(r"x", "abc"), re.findall(r"", "ab"))
print([x.group() for x in p.finditer("a1b2")], [x.span() for x in re.finditer(r"a*", "baac")])
print(re.split(r"\s*,\s*", "a , b,c ,d"), re.split(r"(,)", "a,b"), re.split(r",", "a,b,c", maxsplit=1), re.split(r"x", "abc"), re.split(r"\d+", "1a22b3"))
print(re.sub(r"\d", "#", "a1b2"), re.sub(r"(\w)(\d)", r"\2\1", "a1b2"), re.sub(r"\d", "", "a1b2c3", count=2), re.sub(r"(?P<x>a)", r"<\g<x>>", "aba"))
print(re.sub(r"\d", lambda m: str(int(m.group()) * 2), "a1b2"), re.subn(r"a", "b", "aaa"), re.sub(r"x*", "-", "ab"), p.sub("_", "a1 b2"))
print(re.match(r"(?i)ABC", "abc"), re.search(r"B", "abc", re.IGNORECASE).span(), re.findall(r"^\w", "a\nb", re.M), re.search(r"a.b", "a\nb", re.S).span())
print(p.search("a1b2", 1).span(), p.search("a1b2", 0, 3).span(), p.match("a1b2", 2).group(), p.findall("a1b2c3", 2, 4))
print(re.escape("a.b*c[d]"), re.fullmatch(re.escape("1+1=2"), "1+1=2") is not None)
attempt(lambda: m.group(5))
attempt(lambda: m.group("no"))
attempt(lambda: m["no"])
attempt(lambda: re.compile("("))
attempt(lambda: re.compile("["))
attempt(lambda: re.compile("*a"))
attempt(lambda: re.compile("a)"))
attempt(lambda: re.search(5, "a"))
attempt(lambda: re.search("a", 5))
tokens = re.compile(r"\s*(?:(\d+)|([a-z_]\w*)|(.))")
print([(n or i or o) for n, i, o in tokens.findall("x1 = 42+(y*3)")])
date = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)")
print([d.groupdict() for d in date.finditer("from 2024-01-31 to 2025-12-01")], date.sub(r"\g<d>.\g<m>.\g<y>", "on 2024-01-31"))
words = "The rain in Spain stays mainly".split()
print([w for w in words if re.search(r"ai", w)], sorted(words, key=lambda w: re.sub(r"[aeiou]", "", w)))
