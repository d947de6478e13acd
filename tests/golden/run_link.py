#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `flashfreeze check` says about each program golden/link/*/main.py with its
messages.err; an empty file means no message and exit status 0. A first line `# check: …` gives options.

usage: run_link.py --build BUILD [--update]
"""
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
import golden  # noqa: E402 (no file is left beside it)

CASES = pathlib.Path(__file__).resolve().parent / "link"


def check(tool, case, update):
    first = (case / "main.py").read_text().partition("\n")[0]
    options = first.removeprefix("# check:").split() if first.startswith("# check:") else []
    run = subprocess.run([tool, "check", *options, "main.py"], cwd=case, capture_output=True, text=True)
    is_same = golden.compare(case, case / "messages.err", run.stderr, update)
    is_fit = not run.stdout and run.returncode == int("error[" in run.stderr)
    if not is_fit:
        print(f"{case.name}: status {run.returncode}\n{run.stdout}")
    return is_same and is_fit


if __name__ == "__main__":
    sys.exit(golden.main(__doc__, check, (path.parent for path in CASES.glob("*/main.py"))))
