# SPDX-License-Identifier: MIT
# re: what patterns match, with groups and spans.
import re

CASES = """
abc|xabcx
a*|aaa
a+?|aaa
a??b|ab
(a|ab)(c|bcd)(d*)|abcd
(a+)(b+)?c|aac
^ab$|ab
^a.c|a\\nc
[a-c]+|xxabcabd
[^a-c]+|abxyzc
[]a]+|a]a
[^]a]|a]b
[a\\-z]+|a-z
[\\d.]+|v3.14x
\\d{2,4}|12345
\\d{2,4}?|12345
\\d{3}|12345
\\d{,2}|12345
(ab){2}|ababab
(ab){1,}c|ababc
(a|b)*c|ababc
(?:a|b)+|abba
(a)|(b)|b
(a)?b|b
(?P<x>a)(?P=x)|aa
(\\w)\\1|hello
(?i)HeLLo|say hELLO
(?i:a)b|Ab
(?i)[a-f]+|ABCxyz
(?s)a.b|a\\nb
(?m)^b$|a\\nb\\nc
(?x) a  b # comment|ab
a(?=b)|acab
a(?!b)|abac
(?<=a)b|bab
(?<!a)b|abb
(?<=ab)c|xabc
\\bfoo\\b|a foo b
\\Boo|foo
\\Aab|abab
ab\\Z|abab
a$|a\\n
(?>a+)ab|aaab
(?>a+)b|aaab
a++b|aab
a*+a|aaa
(a*)*|aaab
(a*)+|aaab
(a|b)*?c|abc
((a)(b))|ab
(a(b)?)+|aba
(?:(a)|b)*|ab
(?(1)b|c)(a)?|c
(a)?(?(1)b|c)|ab
(a)?(?(1)b|c)|xc
x{0}|x
(?:)*|a
[a-z]+\\s\\d+|abc 12
\\S+@\\S+|me a@b.c
.*x|aaxbbxc
.*?x|aaxbbxc
(.*)(\\d+)|abc123
(.*?)(\\d+)|abc123
(?:ab|cd)ef|cdef
\\x41\\u0042\\103|ABC
\\t\\n|\\t\\n
a{|a{
a{,|a{,
a{1|a{1
{|{
[\\]]|]
[\\\\]|\\
\\.|a.b
\\*|*
é+|caféé
\\w+|日本語 text
[а-я]+|abc где
.|😀
(?a)\\w+|é1
(?i)straße|STRAßE
(?i)É|é
^$|
|abc
(a{2,3}){2}|aaaaaa
(?:a{1,2}?){3}|aaaaaa
(\\d+)-(\\d+)-(\\d+)|on 2024-01-31.
((?:\\d{1,3}\\.){3}\\d{1,3})|ip 10.0.0.255!
"(?:[^"\\\\]|\\\\.)*"|say "a\\"b" now
(?s:.)(?-s:.)|\\nx
""".replace("\\n|", "\\n|")

for line in CASES.split("\n")[1:-1]:
    pattern, text = line.rsplit("|", 1) if not line.startswith("|") else ("", line[1:])
    text = text.replace("\\n", "\n").replace("\\t", "\t").replace('\\"', '"' if False else '\\"')
    m = re.search(pattern, text)
    if m is None:
        print(repr(pattern), repr(text), None)
    else:
        print(repr(pattern), repr(text), m.span(), m.group(), m.groups(), m.regs, m.lastindex)
    print("   ", bool(re.match(pattern, text)), bool(re.fullmatch(pattern, text)))
p = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?")
m = p.search("date 2024-05 or 2025-06-07", 3)
print(m["year"], m[2], m.group("month", 1, 0), m.groups("none"), m.groupdict(), m.start("month"), m.end(), m.span(3), m.lastgroup, m.lastindex, m.pos, m.endpos, m.re is p, m.string)
m = p.search("date 2024-05 or 2025-06-07", 13)
print(m.group(), m.lastindex, m.lastgroup, m.expand(r"\g<month>/\1 \4\n"), m, m.regs)
for bad in (9, "nope", -1):
    try:
        m.group(bad)
    except IndexError as e:
        print(e)
print(p, p.groups, dict(p.groupindex), p.flags, p.pattern, re.compile("a", re.I | re.M | re.S | re.X | re.A), re.compile(b"a", re.I))
print(p.match("2024-01"), p.match("x2024-01"), p.match("x2024-01", 1), p.match("2024-01", 0, 5), p.fullmatch("2024-01-02"), p.fullmatch("2024-01-02x"), p.search("2024-01", 99), p.search("2024-01", -5))
print(re.compile("^a").search("ba", 1), re.compile("a$").search("ab", 0, 1), re.compile(r"\bb").search("ab", 1))
print(re.match(b"(a)(.)", b"ab\xff").groups(), re.search(rb"\xff+", b"a\xff\xff").span(), re.findall(rb"\w", b"a\xe9b"), re.search(b"b", bytearray(b"ab")).span())
print(re.match("a", "a") == re.match("a", "a"), re.compile("a") == re.compile("a"), re.compile("a") is re.compile("a"), bool(re.match("", "")))
match m:
    case re.Match():
        print("a match")
