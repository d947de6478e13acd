#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `flashfreeze dis` lists for each golden/dis/*.py with the .dis beside it.

usage: run_dis.py --build BUILD [--update]

The listing's head depends on how many natives the runtime has and is left out. The bytes of the
instructions are part of it, so new numbers of instructions show here. --update rewrites the files.
"""
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
import golden  # noqa: E402 (no file is left beside it)

CASES = pathlib.Path(__file__).resolve().parent / "dis"


def listing_of(tool, case):
    run = subprocess.run([tool, "dis", case.name], cwd=case.parent, capture_output=True, text=True)
    if run.returncode != 0:
        return f"ended with {run.returncode}\n{run.stderr}"
    lines = run.stdout.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(("image ", "module ")))


def check(tool, case, update):
    return golden.compare(case, case.with_suffix(".dis"), listing_of(tool, case), update)


if __name__ == "__main__":
    sys.exit(golden.main(__doc__, check, CASES.glob("*.py")))
