#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares the methods of str, bytes and bytearray with CPython over random texts.

usage: texts.py TOOL [SEED [COUNT]]

Like numbers.py: a program of COUNT random expressions is run by `TOOL run` and by this Python.
Exit code 1 on a difference.
"""
import contextlib
import io
import os
import random
import subprocess
import sys
import tempfile

PRELUDE = """
def show(text, f):
    try:
        print(text, ascii(f()))
    except Exception as e:
        print(text, type(e).__name__, ascii(str(e)))

class Thing:
    name = "thing"
    items = [1, "two", {"k": 3.5}]

    def __str__(self):
        return "a Thing"

    def __repr__(self):
        return "Thing()"

    def __format__(self, spec):
        return "<" + spec + ">"

T = Thing()
S = P = B = Q = N = M = None
"""
PIECES = ("a", "b", "A", "Z", "ab", " ", "  ", "\t", "\n", "\r\n", "\x0b", "\x1c", "0", "9", "_", "-", "'", '"', "\\", "%", "{", "}",
          "é", "ß", "Σ", "ς", "ǆ", "ﬁ", "漢", "😀", "\u00a0", "\u2028", "\u0301", "٣", "½", "²", "İ", "ÿ", "ж", "Ω", "\x00", "\x7f",
          "\x85", "\u200b", "ʼn", "ΐ", "ⅷ", "ª", "ა", "Ა", "Ꭰ", "ꭰ", "ẞ")
BYTES = (b"a", b"b", b"A", b"ab", b" ", b"\t", b"\n", b"\r", b"0", b"\x00", b"\xff", b"\xc3\xa9", b"\xe2\x82", b"\x80", b"'", b'"', b"Z", b"%")
BOTH = ("find(P)", "rfind(P)", "index(P)", "rindex(P)", "count(P)", "find(P, N)", "rfind(P, N, M)", "count(P, N, M)",
        "startswith(P)", "endswith(P)", "startswith((P, P[:1]), N)", "endswith(P, N, M)", "removeprefix(P)",
        "removesuffix(P)", "replace(P, Q)", "replace(P, Q, N)", "split()", "split(P)", "split(P, N)", "split(None, N)",
        "rsplit()", "rsplit(P)", "rsplit(P, N)", "rsplit(None, N)", "splitlines()", "splitlines(True)", "partition(P)",
        "rpartition(P)", "join([P, Q, P])", "strip()", "lstrip()", "rstrip()", "strip(P)", "lstrip(P)", "rstrip(P)",
        "center(N)", "ljust(N)", "rjust(N)", "center(N, P)", "zfill(N)", "expandtabs()", "expandtabs(N)", "upper()", "lower()",
        "title()", "capitalize()", "swapcase()", "isalpha()", "isdigit()", "isalnum()", "isspace()", "isupper()",
        "islower()", "istitle()", "isascii()")
ONLY_STR = ("casefold()", "isdecimal()", "isnumeric()", "isprintable()", "isidentifier()", "encode()", "encode('ascii', 'replace')",
            "encode('latin-1', 'backslashreplace')", "encode('latin-1')", "encode('ascii')", "encode('ascii', 'ignore')",
            "translate({97: 'X', 98: None, 233: 'e'})", "translate(str.maketrans('ab', 'ba', ' '))")
ONLY_BYTES = ("decode('utf-8', 'replace')", "decode('utf-8', 'ignore')", "decode('utf-8')", "decode('latin-1')",
              "decode('ascii')", "decode('ascii', 'backslashreplace')", "hex()", "hex(':')", "hex('-', N)", "translate(None, P)")
PLAIN = ("S[N]", "S[N:M]", "S[N:M:2]", "S[::-1]", "S[N::-2]", "S + P", "S * N", "P in S", "S == P", "S < P", "S >= P",
         "len(S)", "repr(S)", "list(S)", "max(S)", "sorted(S)", "hash(S) == hash(S[:1] + S[1:])")
FIELDS = ("", "0", "1", "2", "name", "0.name", "T.name", "T.items[1]", "T.items[2][k]", "0[0]", "1[a]", "missing", "3", "T.", "T[", "T.items[", "a.b")
SPECS = ("", ":", ":>8", ":*^{w}", ":{w}.{p}", ":s", ":d", ":05", ":,", ":.3", ":#x", ":e", ":z", ":<<", ":{", ":}}")
PERCENTS = ("%s", "%r", "%a", "%d", "%5s|", "%-6s|", "%.2s", "%c", "%x", "%%", "%5.1f", "%(k)s", "%*d", "%i", "%z", "%", "%(k", "% d", "%+s", "%#r")


def text(rng, pieces, empty):
    return empty.join(rng.choice(pieces) for _ in range(rng.choice((0, 1, 2, 3, 5, 8, 13))))


def a_template(rng):
    parts = []
    for _ in range(rng.randint(1, 3)):
        field = "{" + rng.choice(FIELDS) + rng.choice(("", "", "!r", "!s", "!a", "!x", "!")) + rng.choice(SPECS) + "}"
        parts += [rng.choice(("", "x", "é", "{{", "}}")), rng.choice((field, field, field, "{", "}"))]
    return "".join(parts)


def an_expression(rng):
    kind = rng.random()
    if kind < 0.12:
        return f"{a_template(rng)!r}.format(S, N, T, name=P, T=T, w=9, p=2)"
    if kind < 0.2:
        template = "".join(rng.choice(PERCENTS) for _ in range(rng.randint(1, 3)))
        arguments = rng.choice(("(S, N)", "(N,)", "N", "S", "(T, S, N)", "{'k': S}", "(1.5, N)", "()", "[S]"))
        return f"{template!r} % {arguments}"
    if kind < 0.35:
        return rng.choice(PLAIN)
    if kind < 0.4:
        return rng.choice(("int(S)", "float(S)", "int(S, 16)", "ord(S[:1])", "bytes(S, 'utf-8')", "str(B, 'latin-1')", "format(S, '.3')"))
    return "S." + rng.choice(BOTH + ONLY_STR)


def a_bytes_expression(rng):
    kind = rng.random()
    if kind < 0.3:
        return rng.choice(PLAIN).replace("repr(S)", "repr((S, B))")
    if kind < 0.4:
        return rng.choice(("bytes(list(S))", "bytearray(S) + P", "S % (N,)", "b'%d %s' % (N, P)", "97 in S", "300 in S", "int(S)", "S.find(N)",
                           "(lambda b: (b.append(N), b.extend(P), b.reverse(), b))(bytearray(S))[3]",
                           "(lambda b: (b.insert(N, 7), b.pop(), b.pop(0), b))(bytearray(S))[3]",
                           "(lambda b: (b.__setitem__(slice(N, M), P), b))(bytearray(S))[1]",
                           "(lambda b: (b.__delitem__(slice(N, M, 2)), b))(bytearray(S))[1]",
                           "(lambda b: (b.__setitem__(N, M), b))(bytearray(S))[1]", "bytes.fromhex(S.hex())", "S.decode() == P"))
    return "S." + rng.choice(BOTH + ONLY_BYTES)


def program(seed, count):
    rng = random.Random(seed)
    lines = [PRELUDE]
    for i in range(count):
        is_bytes = rng.random() < 0.35
        pieces, empty = (BYTES, b"") if is_bytes else (PIECES, "")
        s = text(rng, pieces, empty)
        at = rng.randrange(len(s) + 1)
        p = rng.choice((s[at:at + rng.randrange(3)], rng.choice(pieces), empty))
        q = text(rng, pieces, empty)[:3]
        wrap = rng.choice(("%s", "bytearray(%s)")) if is_bytes else "%s"
        lines.append(f"S = {wrap % ascii(s)}\nP = {ascii(p)}\nQ = {ascii(q)}\nB = {text(rng, BYTES, b'')!r}")
        lines.append(f"N = {rng.choice((0, 1, 2, -1, 3, 7, 12, -4))}\nM = {rng.choice((0, 1, 4, -1, 9, -2, 65))}")
        expression = a_bytes_expression(rng) if is_bytes else an_expression(rng)
        lines.append(f"show({ascii(f'{i} {expression}')}, lambda: {ascii_source(expression)})")
    return "\n".join(lines) + "\n"


def ascii_source(expression):
    return "".join(c if c < "\x7f" else ascii(c)[1:-1] for c in expression)


def main():
    tool = sys.argv[1]
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1500
    source = program(seed, count)
    want = io.StringIO()
    with contextlib.redirect_stdout(want):
        exec(compile(source, "texts", "exec"), {"__name__": "__main__"})
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "texts_program.py")
        with open(path, "w") as file:
            file.write(source)
        got = subprocess.run([tool, "run", path, "--heap", "256K"], capture_output=True)
    pairs = list(zip(want.getvalue().split("\n"), got.stdout.decode().split("\n")))
    # CPython fails while it makes the message about an odd byte.
    bad = [pair for pair in pairs if pair[0] != pair[1] and "character argument not in range" not in pair[0]]
    for pair in bad[:20]:
        print(f"want {pair[0]}\ngot  {pair[1]}")
    complete = got.returncode == 0 and len(pairs) == count + 1
    if not complete:
        print(f"the run ended with {got.returncode} after {len(pairs)} lines\n{got.stderr.decode()[-2000:]}")
    print(f"{len(pairs)} lines, {len(bad)} differ (seed {seed})")
    return 0 if complete and not bad else 1


if __name__ == "__main__":
    sys.exit(main())
