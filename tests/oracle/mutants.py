#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Accepts and refuses as CPython 3.14 does: broken pieces of its library.

    mutants.py [--build DIRECTORY] [--count N] [--seed S] [--all]

Each mutant is a run of top-level statements of a library module with one change: a token deleted,
doubled, swapped with the next or replaced, or the indentation of a line changed. A mutant fails when
just one of the two accepts it. The lines of the first error may differ, but in at least 90 % of the
refused mutants they are the same. --all prints the mutants whose lines differ as well.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "peers"))
import peers

LONGEST = 60  # lines of a piece, about
LEAST_SAME_LINE = 0.9
TOKEN = re.compile(r'''[rbuftRBUFT]{0,2}("""|\'\'\')[\s\S]*?\1|[rbuftRBUFT]{0,2}"(?:\\.|[^"\\\n])*"'''
                   r"""|[rbuftRBUFT]{0,2}'(?:\\.|[^'\\\n])*'|\#[^\n]*|\w+|\.\.\.|[-+*/%@&|^<>=!:]=|->|"""
                   r"""\*\*=?|//=?|<<=?|>>=?|\n|[ \t]+|.""")
STRANGERS = """if else elif for while in is not and or def class return yield from import as lambda try
    except finally with async await match case type pass break continue global nonlocal del assert raise
    None True x 1 1.5j 'a' b'a' f'{x}' t'{x}' f'{ ( ) [ ] { } : ; , . = == := -> * ** @ ~ ! $ ? \\ ...
    0777 1_ 0xg print _ __debug__ \n \t""".split(" ")
STRANGERS = [word.strip("\n") or "\n" for word in STRANGERS if word]


def pieces(source):
    """Runs of top-level statements of a module, as texts."""
    found, lines = [], []
    for line in source.decode("utf-8").splitlines(keepends=True):
        is_top = re.match(r"[A-Za-z_@]", line) and not re.match(r"(else|elif|except|finally)\b", line)
        if is_top and len(lines) >= LONGEST:
            found.append("".join(lines))
            lines = []
        lines.append(line)
    found.append("".join(lines))
    return found


def change_indentation(text, choice):
    lines = text.splitlines(keepends=True)
    at = choice.randrange(len(lines))
    line = lines[at]
    blank = len(line) - len(line.lstrip(" \t"))
    new = choice.choice([blank - 4, blank - 1, blank + 1, blank + 4, blank + 8, -1])
    indentation = "\t" if new < 0 else " " * new
    return "".join(lines[:at] + [indentation + line.lstrip(" \t")] + lines[at + 1:])


def mutate(text, choice):
    """The text with one change, and what kind of change it is."""
    kind = choice.choice(["delete", "double", "swap", "replace", "stranger", "indent"])
    if kind == "indent":
        return change_indentation(text, choice), kind
    tokens = [match.group() for match in TOKEN.finditer(text)]
    solid = [i for i, token in enumerate(tokens) if token.strip(" \t") and token[0] != "#"]
    place = choice.randrange(len(solid) - 1)
    at, after = solid[place], solid[place + 1]
    if kind == "delete":
        tokens[at] = ""
    elif kind == "double":
        tokens[at] += " " + tokens[at]
    elif kind == "swap":
        tokens[at], tokens[after] = tokens[after], tokens[at]
    elif kind == "replace":
        tokens[at] = tokens[choice.choice(solid)]
    else:
        tokens[at] = choice.choice(STRANGERS)
    return "".join(tokens), kind


def make_mutants(count, seed):
    choice = random.Random(seed)
    texts = [(name, piece) for name, source in peers.library314() for piece in pieces(source)
             if piece.count("\n") > 3 and piece.count("\n") < 3 * LONGEST]
    mutants = []
    while len(mutants) < count:
        name, text = choice.choice(texts)
        mutant, kind = mutate(text, choice)
        if mutant != text:
            mutants.append((name, kind, mutant))
    return mutants


def flashfreeze(build, sources):
    done = subprocess.run([build / "tests" / "oracle" / "front_many"], input=peers.framed(sources),
                          stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def describe(mutant, ours, theirs):
    name, kind, text = mutant
    lines = text.splitlines()
    places = sorted({error[0] for error in ours[:2]} | {theirs[0] for _ in theirs[:1] if theirs[0]})
    shown = ["    %d| %s" % (i, lines[i - 1]) for line in places for i in range(line - 1, line + 1)
             if 0 < i <= len(lines)]
    return "%s (%s)\n  ours   %s\n  python %s\n%s" % (name, kind, ours[:3], theirs, "\n".join(shown))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--all", action="store_true", help="show mutants whose lines differ")
    options = parser.parse_args()
    mutants = make_mutants(options.count, options.seed)
    sources = [text.encode("utf-8") for _, _, text in mutants]
    theirs = peers.cpython314("compile", sources)
    ours = flashfreeze(options.build.resolve(), sources)
    counts = collections.Counter()
    for mutant, our, their in zip(mutants, ours, theirs):
        if bool(our) != bool(their):
            counts["disagree"] += 1
            print("only %s refuses: %s" % ("flashfreeze" if our else "CPython",
                                           describe(mutant, our, their)))
        elif not our:
            counts["accepted"] += 1
        elif our[0][0] == their[0]:
            counts["same line"] += 1
        else:
            counts["other line"] += 1
            if options.all:
                print("lines differ: " + describe(mutant, our, their))
    refused = counts["same line"] + counts["other line"]
    share = counts["same line"] / max(refused, 1)
    failed = counts["disagree"] + (share < LEAST_SAME_LINE)
    print("%d accepted by both, %d refused by both, %.2f %% at the same line"
          % (counts["accepted"], refused, 100 * share))
    print("%d passed, %d failed" % (len(mutants) - counts["disagree"], failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
