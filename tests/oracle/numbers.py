#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares arithmetic and formatting of numbers with CPython over random operands.

usage: numbers.py TOOL [SEED [COUNT]]

Writes a program of COUNT random expressions over ints, bools and floats of all sizes, runs it with
`TOOL run` and with this Python, and compares the outputs line by line. Operands are globals that the
program rebinds, so that nothing is computed at build time. Exit code 1 on a difference.
"""
import contextlib
import io
import math
import os
import random
import struct
import subprocess
import sys
import tempfile

PRELUDE = """import math

def show(text, f):
    try:
        print(text, repr(f()))
    except Exception as e:
        print(text, type(e).__name__, e)

A = B = C = None
"""
BITS = (1, 4, 8, 16, 29, 30, 31, 32, 33, 53, 54, 62, 63, 64, 65, 96, 128, 200, 500)
FLOATS = ("0.0", "-0.0", "0.5", "1.5", "2.5", "1e16", "1e17", "9007199254740993.0", "5e-324", "1e22", "1e23",
          "1.7976931348623157e308", "2.2250738585072014e-308", "float('inf')", "float('-inf')", "float('nan')")
BINARY = ("+", "-", "*", "//", "%", "/", "&", "|", "^", "==", "<", ">", "<=", ">=", "!=")
CALLS = ("divmod(A, B)", "math.gcd(A, B)", "math.fmod(A, B)", "math.isclose(A, B)", "max(A, B)", "abs(A)", "-A", "+A",
         "int(A)", "float(A)", "round(A)", "bool(A)", "str(A)", "hash(A) == hash(B) or A != B", "A.is_integer()",
         "A.as_integer_ratio()", "A.bit_length()", "A.bit_count()", "bin(A)", "hex(A)", "oct(A)", "~A",
         "math.floor(A)", "math.ceil(A)", "math.trunc(A)", "math.frexp(A)", "math.modf(A)", "math.isqrt(A)",
         "A.hex()", "math.ulp(A)", "math.nextafter(A, B)", "math.sqrt(A)", "math.fsum([A, B, C, -A])",
         "math.copysign(A, B)", "sum([A, B, C])")


def an_int(rng):
    bits = rng.choice(BITS)
    number = rng.choice((rng.getrandbits(bits), rng.getrandbits(bits), 1 << bits, (1 << bits) - 1, rng.randrange(11)))
    return str(-number if rng.random() < 0.4 else number)


def a_float(rng):
    kind = rng.random()
    if kind < 0.3:
        number = struct.unpack("<d", rng.getrandbits(64).to_bytes(8, "little"))[0]
        return repr(number) if math.isfinite(number) else rng.choice(FLOATS)
    if kind < 0.6:
        return repr(round(rng.uniform(-1000, 1000), rng.randrange(7)))
    if kind < 0.75:
        return rng.choice(FLOATS)
    if kind < 0.85:
        return repr(math.ldexp(rng.choice((1, -1)), rng.randint(-1074, 1023)))
    return repr(rng.random() * 10 ** rng.randint(-20, 20))


def a_number(rng):
    return rng.choice((an_int, an_int, a_float, a_float, lambda r: r.choice(("True", "False"))))(rng)


def a_spec(rng):
    fill = rng.choice(("", "", "<", ">", "^", "=", "*<", "é>", "0^", "x="))
    sign = rng.choice(("", "", "+", "-", " "))
    middle = rng.choice(("", "", "#")) + rng.choice(("", "", "0")) + rng.choice(("", "5", "12", "30"))
    group = rng.choice(("", "", "", ",", "_"))
    precision = rng.choice(("", "", ".0", ".1", ".3", ".10", ".25"))
    return fill + sign + middle + group + precision + rng.choice(("", "", *"bcdoxXneEfFgG%s"))


def a_percent(rng):
    flags = "".join(rng.choice(("", "", flag)) for flag in "-+ #0")
    width = rng.choice(("", "", "1", "8", "20"))
    return "%" + flags + width + rng.choice(("", "", ".0", ".2", ".12")) + rng.choice("diuoxXeEfFgGsra")


def an_expression(rng):
    kind = rng.random()
    if kind < 0.4:
        return f"A {rng.choice(BINARY)} B"
    if kind < 0.55:
        return rng.choice(CALLS)
    if kind < 0.7:
        return f"format(A, {a_spec(rng)!r})"
    if kind < 0.8:
        return f"{a_percent(rng)!r} % (A,)"
    if kind < 0.84:
        return f"round(A, {rng.randint(-25, 25)})"
    if kind < 0.88:
        return f"A {rng.choice(('<<', '>>'))} {rng.randint(-1, 90)}"
    if kind < 0.91:
        return f"A ** {rng.randint(0, 9)}"
    if kind < 0.94:
        return "pow(A, B, C)"
    if kind < 0.97:
        size, order = rng.randrange(40), rng.choice(("big", "little"))
        return f"int.from_bytes(A.to_bytes({size}, {order!r}, signed=True), {order!r}, signed=True)"
    base = rng.randint(2, 36)
    return rng.choice((f"int(str(A), {base})", "int(hex(A), 16)", "int(bin(A), 0)", "float(str(A))", "float(repr(A) + '0')"))


def program(seed, count):
    rng = random.Random(seed)
    lines = [PRELUDE]
    for i in range(count):
        lines.append(f"A = {a_number(rng)}\nB = {a_number(rng)}\nC = {a_number(rng)}")
        expression = an_expression(rng)
        lines.append(f"show({f'{i} {expression}'!r}, lambda: {expression})")
    return "\n".join(lines) + "\n"


def is_tolerated(want, got):
    """Messages that may differ: CPython's limit on digits, and out of memory told earlier."""
    return "int string conversion" in want or "MemoryError" in got


def main():
    tool = sys.argv[1]
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1500
    source = program(seed, count)
    want = io.StringIO()
    with contextlib.redirect_stdout(want):
        exec(compile(source, "numbers", "exec"), {"__name__": "__main__"})
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "numbers_program.py")
        with open(path, "w") as file:
            file.write(source)
        got = subprocess.run([tool, "run", path, "--heap", "256K"], capture_output=True, text=True)
    pairs = list(zip(want.getvalue().split("\n"), got.stdout.split("\n")))
    bad = [pair for pair in pairs if pair[0] != pair[1] and not is_tolerated(*pair)]
    for pair in bad[:20]:
        print(f"want {pair[0]}\ngot  {pair[1]}")
    complete = got.returncode == 0 and len(pairs) == count + 1
    if not complete:
        print(f"the run ended with {got.returncode} after {len(pairs)} lines\n{got.stderr[-2000:]}")
    print(f"{len(pairs)} lines, {len(bad)} differ (seed {seed})")
    return 0 if complete and not bad else 1


if __name__ == "__main__":
    sys.exit(main())
