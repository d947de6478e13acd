# SPDX-License-Identifier: MIT
# fz-heap: 256K
# re: replacing, splitting, finding all.
import re


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(re.sub("x*", "-", "abxd"), re.sub("b", "X", "abcb"), re.sub("b", "X", "abcb", 1), re.subn("[aeiou]", "", "education"), re.sub("", "-", "abc"), re.sub("^", ">", "ab"), re.sub("$", "<", "ab"), re.sub("(?m)^", "> ", "a\nb"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<first>\w)(\w*)", r"\g<2>\g<first>ay", "pig latin"), re.sub("a", r"\\x\n\t\g<0>", "a"), re.sub("(a)|(b)", r"[\1\2]", "ab"), re.sub("(.)", r"\g<1>0", "ab"), re.sub("a", "\\.", "a"))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1 b22 c333"), re.sub("(?i)cat", lambda m: m[0].upper(), "Cat cAt dog", count=1))
print(re.sub(b"a", b"<\\g<0>>", b"banana"), re.sub("é", "e", "café é"), re.sub("(?<=a)b", "X", "ab cb ab"), re.compile("a|b").sub("", "cabbage"), re.sub("b*", "*", "abbbc"), re.sub(r"\b", "|", "hi you"))
for template in (r"\2", r"\g<2>", r"\g<name>", r"\g<", r"\g", r"\g<>", r"\q", "\\", r"\g<1a>", r"\400"):
    attempt(re.sub, "(a)", template, "xax")
print(re.sub("(a)", r"\101\0\07x", "a").encode(), re.sub("a", r"\1" if False else "1", "a"))
print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W+)", "Words, words.", 1), re.split("x*", "axbc"), re.split(r"\b", "hi you"), re.split("(a)|b", "xaybz"), re.split(",", ""), re.split("", "abc"), re.split(",", "a,b,c,d", maxsplit=2), re.split("[a-f]+", "0a3B9", flags=re.I), re.split("q", "abc"))
print(re.findall(r"\w+", "a bc def"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"(\w)\d?", "a1b"), re.findall("a*", "baac"), re.findall("", "ab"), re.findall("(a)|b", "ab"), re.findall(r"\d+", "none"), re.compile("a").findall("banana", 2), re.compile("a").findall("banana", 0, 3), re.findall(b"[a-c]", b"xaybc"))
print([m.span() for m in re.finditer(r"\d*", "1a22")], [m.group() for m in re.finditer("[é日]", "aéb日")], [(m.start(), m["w"]) for m in re.finditer(r"(?P<w>\w+)", "one two")])
print(re.escape("a.b*c[d]é_ \n-"), re.escape(b"1+1"), re.escape(""), re.fullmatch(re.escape("x^$y"), "x^$y") is not None)
TOKENS = re.compile(r"""
    (?P<number>\d+(\.\d*)?)   # a number
  | (?P<name>[A-Za-z_]\w*)
  | (?P<op>[-+*/()=])
  | (?P<skip>\s+)
  | (?P<bad>.)
""", re.VERBOSE)
print([(m.lastgroup, m.group()) for m in TOKENS.finditer("x1 = 3.14*(y + 2) $") if m.lastgroup != "skip"])
print(re.findall(r"^(\w+):\s*(.*)$", "Host: example\nLength:  5\nbad line\n", re.M), re.sub(r"(?m)^\s+|\s+$", "", "  a \n  b  "))
text = "the year 1999 and 2024, not 123"
print([int(y) for y in re.findall(r"\b\d{4}\b", text)], re.search(r"(\d+)\D+(\d+)", text).groups(), re.sub(r"(?<!\d)(\d)(?=(\d{3})+$)", r"\1,", "1234567"))
print(re.sub(r"(?<=\d)(?=(\d{3})+\b)", ",", "1234567 89 1000"), re.sub(r"([A-Z])", lambda m: "_" + m[1].lower(), "camelCaseName"), re.sub(r"\s+", " ", " a \t b\n\nc "))
scan = re.compile(r"\s*(\d+|.)").scanner("12 + 3")
print([m[1] for m in iter(scan.match, None)])
attempt(re.sub, "a", "b", 5)
attempt(re.findall, b"a", "text")
attempt(re.findall, "a", b"text")
attempt(re.compile, 5)
attempt(re.compile, re.compile("a"), re.I)
attempt(re.finditer, "a", None)
print("a" * 3000 == re.match("(?:a|b)*", "a" * 3000).group(), len(re.match("(a|b)*?c", "ab" * 500 + "c").group()), re.search("(x+x+)+y", "x" * 14 + "z"))
re.purge()
