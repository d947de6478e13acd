#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `flashfreeze ir` says about each golden/ir/*.py with the file beside it.

usage: run_ir.py --build BUILD [--update]

A case has either a .ir, the listing, or a .err, the messages. A first line `# options: ...` gives
options of the command. --update rewrites the files from the tool: review the difference like code.
"""
import argparse
import pathlib
import shlex
import subprocess
import sys

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
    suffix, result = output_of(tool, case)
    golden = case.with_suffix(suffix)
    other = case.with_suffix(".err" if suffix == ".ir" else ".ir")
    if update:
        golden.write_text(result)
        other.unlink(missing_ok=True)
        return True
    if other.exists():
        print(f"{case.name}: gives a {suffix}, expected a {other.suffix}")
        return False
    if not golden.exists() or golden.read_text() != result:
        print(f"{case.name}: differs from {golden.name}\n{result}")
        return False
    return True


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
