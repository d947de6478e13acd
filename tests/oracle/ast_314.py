#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares `flashfreeze ast` with the trees of CPython 3.14 for every module of its library, and for
the sources of tests/golden/ast.

    ast_314.py [--build DIRECTORY]
"""
import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "peers"))
import peers


def difference(ours, theirs):
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b),
              min(len(ours), len(theirs)))
    start = max(0, at - 60)
    return "trees differ\n    ours   %s\n    python %s" % (ours[start:at + 60], theirs[start:at + 60])


def check(tool, source, answer):
    """What is wrong, or None."""
    run = subprocess.run([tool, "ast", "-"], input=source, capture_output=True)
    if run.returncode not in (0, 1):
        return "the tool ended with %d" % run.returncode
    if run.returncode == 1:
        return "only CPython accepts it" if answer else None
    if not answer:
        return "only flashfreeze accepts it"
    ours = run.stdout.decode("utf-8").rstrip("\n")
    return None if ours == answer[0] else difference(ours, answer[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    tool = parser.parse_args().build.resolve() / "flashfreeze"
    sources = peers.library314()
    sources += [(str(path.relative_to(ROOT)), path.read_bytes())
                for path in sorted((ROOT / "tests/golden/ast").glob("*.py"))]
    answers = peers.cpython314("dump", [source for _, source in sources])
    failed = 0
    for (name, source), answer in zip(sources, answers):
        problem = check(tool, source, answer)
        if problem:
            failed += 1
            print("%s: %s" % (name, problem))
    print("%d passed, %d failed" % (len(sources) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
