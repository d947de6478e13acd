#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `flashfreeze dis` lists for each golden/dis/*.py with the .dis beside it.

usage: run_dis.py --build BUILD [--update]

The listing's head depends on how many natives the runtime has and is left out. The bytes of the
instructions are part of it, so new numbers of instructions show here. --update rewrites the files.
"""
import argparse
import pathlib
import subprocess
import sys

CASES = pathlib.Path(__file__).resolve().parent / "dis"


def listing_of(tool, case):
    run = subprocess.run([tool, "dis", case.name], cwd=case.parent, capture_output=True, text=True)
    if run.returncode != 0:
        return f"ended with {run.returncode}\n{run.stderr}"
    lines = run.stdout.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(("image ", "module ")))


def check(tool, case, update):
    listing = listing_of(tool, case)
    golden = case.with_suffix(".dis")
    if update:
        golden.write_text(listing)
        return True
    if golden.exists() and golden.read_text() == listing:
        return True
    print(f"{case.name}: differs from {golden.name}\n{listing}")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    tool = (options.build / "flashfreeze").resolve()
    results = [check(tool, case, options.update) for case in sorted(CASES.glob("*.py"))]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 1 if False in results or not results else 0


if __name__ == "__main__":
    sys.exit(main())
