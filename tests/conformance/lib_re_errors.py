# SPDX-License-Identifier: MIT
# re: wrong patterns, and where they are wrong.
import re

PATTERNS = ["*", "a**", "a+*", "(?:*)", "(", "(a", ")", "a)", "[", "[a", "[z-a]", "[\\d-z]", "[a-\\d]", "\\", "a\\", "\\q", "[\\q]", "(?P<n>a)(?P<n>b)", "(?P=x)", "(?P<1>a)", "(?P<a b>c)", "(?P<>a)", "(?P<a", "(?P", "(?Px)", "(?", "(?z)", "(?<a)", "(?<", "\\1", "(a)\\2", "(a\\1)", "a{2,1}", "(?<=a*)b", "(?<!a|bc)d", "(?(2)a|b)", "(?(1)a|b|c)(x)", "(?(x)a)", "(?(0)a)", "a(?i)b", "(?i-i:a)", "(?i", "(?i-", "(?ix", "\\x1", "\\u12", "\\U0011", "[\\x1]", "\\400", "(?#abc", "(?-a:x)", "(?P<a>", "^*", "a|*", "(|+)", "[]", "[^]", "a\n(b\n[", "\\U00110000", "(?L)a", "(?au)x", "(?iz)", "(?P=", "(?P=1)"]
for pattern in PATTERNS:
    try:
        print(repr(pattern), re.compile(pattern).pattern == pattern)
    except re.error as e:
        print(repr(pattern), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == pattern)
    except (OverflowError, ValueError, IndexError) as e:
        print(repr(pattern), type(e).__name__)
print(issubclass(re.error, Exception), re.error("m"), re.error("m").msg)
for flags in (re.L, re.A | re.U):
    try:
        re.compile("a", flags)
    except ValueError as e:
        print(e)
try:
    re.compile(b"(?u)a")
except re.error as e:
    print(e)
