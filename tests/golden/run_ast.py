#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `flashfreeze ast` says about each golden/ast/*.py with the file beside it.

usage: run_ast.py --build BUILD [--update]

A case has either a .ast, the tree as CPython 3.14's ast.dump() writes it, or a .err, the messages.
--update rewrites them from the tool: review the difference like code.
"""
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
import golden  # noqa: E402 (no file is left beside it)

CASES = pathlib.Path(__file__).resolve().parent / "ast"


def output_of(tool, case):
    """The suffix of the file that holds the result, and the result."""
    run = subprocess.run([tool, "ast", case.name], cwd=case.parent, capture_output=True, text=True)
    if run.returncode == 0:
        return ".ast", run.stdout
    if run.returncode == 1:
        return ".err", run.stderr
    return ".err", f"ended with {run.returncode}\n"


def check(tool, case, update):
    return golden.compare_one_of(case, (".ast", ".err"), *output_of(tool, case), update)


if __name__ == "__main__":
    sys.exit(golden.main(__doc__, check, CASES.glob("*.py")))
