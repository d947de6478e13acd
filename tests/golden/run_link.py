#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `flashfreeze check` says about each program golden/link/*/main.py with its
messages.err; an empty file means no message and exit status 0. A first line `# check: …` gives options.

usage: run_link.py --build BUILD [--update]
"""
import argparse
import pathlib
import subprocess
import sys

CASES = pathlib.Path(__file__).resolve().parent / "link"


def check(tool, case, update):
    first = (case / "main.py").read_text().partition("\n")[0]
    options = first.removeprefix("# check:").split() if first.startswith("# check:") else []
    run = subprocess.run([tool, "check", *options, "main.py"], cwd=case, capture_output=True, text=True)
    golden = case / "messages.err"
    if update:
        golden.write_text(run.stderr)
    has_error = "error[" in run.stderr
    good = (golden.exists() and golden.read_text() == run.stderr and not run.stdout
            and run.returncode == int(has_error))
    if not good:
        print(f"{case.name}: differs from {golden.name}, status {run.returncode}\n{run.stderr}")
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    tool = (options.build / "flashfreeze").resolve()
    cases = sorted(path.parent for path in CASES.glob("*/main.py"))
    results = [check(tool, case, options.update) for case in cases]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 1 if False in results or not results else 0


if __name__ == "__main__":
    sys.exit(main())
