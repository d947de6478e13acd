# SPDX-License-Identifier: MIT
# Text work: wrapping, justifying, counting, capitalising, diffing, tables, palindromes, anagrams, ciphers.

text = "the quick brown fox jumps over the lazy dog and then it sleeps for a long and quiet while"


def wrap(words, width):
    line = []
    for w in words:
        if sum(map(len, line)) + len(line) + len(w) > width:
            yield line
            line = []
        line.append(w)
    if line:
        yield line


def justify(line, width):
    if len(line) == 1:
        return line[0].ljust(width)
    gaps = width - sum(map(len, line))
    each, extra = divmod(gaps, len(line) - 1)
    return "".join(w + " " * (each + (i < extra)) for i, w in enumerate(line[:-1])) + line[-1]


lines = list(wrap(text.split(), 24))
for line in lines[:-1]:
    print("|" + justify(line, 24) + "|")
print("|" + " ".join(lines[-1]).center(24) + "|")
counts = {}
for w in text.split():
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:4], max(counts, key=len), sorted(set(map(len, counts))))
print(sorted(set("abcdefghijklmnopqrstuvwxyz") - set(text)), text.title()[:20], " ".join(w[::-1] for w in text.split()[:4]), text.replace("the", "THE").count("THE"))


def palindrome(s):
    s = "".join(c.lower() for c in s if c.isalnum())
    return s == s[::-1]


print([palindrome(s) for s in ("A man, a plan, a canal: Panama", "no", "", "Was it a car?")])
groups = {}
for w in "listen silent enlist google elgoog abc cab".split():
    groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])


def caesar(s, k):
    return "".join(chr((ord(c) - base + k) % 26 + base) if c.isalpha() else c for c in s for base in [ord("A" if c.isupper() else "a")])


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))


def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i + 1][j], table[i][j + 1], key=len)
    return table[-1][-1]


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


print(lcs("nematode knowledge", "empty bottle"), [distance(a, b) for a, b in (("kitten", "sitting"), ("", "abc"), ("same", "same"), ("größe", "grosse"))])


def roman(n):
    out = ""
    for value, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += sign * count
    return out


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], "".join(f"{ord(c):08b}" for c in "Hi"), "-".join("%02x" % b for b in "é€".encode()))
