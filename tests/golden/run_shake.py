#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what is left of each program golden/shake/*/main.py after it ran at build time with its
left.txt: the program's own objects, its words of RAM with their reasons, and the code.

usage: run_shake.py --build BUILD [--update]

Objects of the runtime are left out, and so are constants that only its version decides.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

CASES = pathlib.Path(__file__).resolve().parent / "shake"


def command(case, *words):
    run = subprocess.run(words, cwd=case, capture_output=True, text=True, timeout=60)
    if run.returncode != 0:
        raise AssertionError(f"{words[1]}: status {run.returncode}\n{run.stderr}")
    return run.stdout


def left_of(tool, case):
    report = json.loads(command(case, tool, "report", "main.py", "--format", "json"))
    own = [item for item in report["objects"] if item["module"] != "(runtime)" and item["kind"] != "str"]
    lines = [f"{item['kind']} {item['name']}" for item in own]
    lines += [f"RAM {word['module']}.{word['name']}: {word['why']}" for word in report["ram"]["words"]]
    with tempfile.TemporaryDirectory() as folder:
        command(case, tool, "build", "main.py", "-o", folder)
        listing = command(case, tool, "dis", os.path.join(folder, "app.fzi"))
    code = [line for line in listing.splitlines() if not line.startswith(("image ", "module "))]
    return "\n".join(sorted(lines) + code) + "\n"


def check(tool, case, update):
    golden = case / "left.txt"
    try:
        left = left_of(tool, case)
    except AssertionError as problem:
        left = f"{problem}\n"
    if update:
        golden.write_text(left)
        return True
    if golden.exists() and golden.read_text() == left:
        return True
    print(f"{case.name}: differs from {golden.name}\n{left}")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    tool = (options.build / "flashfreeze").resolve()
    results = [check(tool, case, options.update) for case in sorted(CASES.iterdir())]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 1 if False in results or not results else 0


if __name__ == "__main__":
    sys.exit(main())
