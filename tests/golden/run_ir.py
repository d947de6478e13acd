#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `flashfreeze ir` says about each golden/ir/*.py with the file beside it.

usage: run_ir.py --build BUILD [--update]

A case has either a .ir, the listing, or a .err, the messages. A first line `# options: ...` gives
options of the command. --update rewrites the files from the tool: review the difference like code.
"""
import pathlib
import shlex
import subprocess
import sys

sys.dont_write_bytecode = True
import golden  # noqa: E402 (no file is left beside it)

CASES = pathlib.Path(__file__).resolve().parent / "ir"


def options_of(case):
    first = case.read_text().split("\n", 1)[0]
    return shlex.split(first.split(":", 1)[1]) if first.startswith("# options:") else []


def output_of(tool, case):
    """The suffix of the file that holds the result, and the result."""
    command = [tool, "ir", *options_of(case), case.name]
    run = subprocess.run(command, cwd=case.parent, capture_output=True, text=True)
    if run.returncode == 0:
        return ".ir", run.stdout
    if run.returncode == 1:
        return ".err", run.stderr
    return ".err", f"ended with {run.returncode}\n{run.stderr}"


def check(tool, case, update):
    return golden.compare_one_of(case, (".ir", ".err"), *output_of(tool, case), update)


if __name__ == "__main__":
    sys.exit(golden.main(__doc__, check, CASES.glob("*.py")))
