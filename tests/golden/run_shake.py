#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what is left of each program golden/shake/*/main.py after it ran at build time with its
left.txt: the program's own objects, its words of RAM with their reasons, and the code.

usage: run_shake.py --build BUILD [--update]

Objects of the runtime are left out, and so are constants that only its version decides.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import golden  # noqa: E402 (no file is left beside it)

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
    try:
        left = left_of(tool, case)
    except AssertionError as problem:
        left = f"{problem}\n"
    return golden.compare(case, case / "left.txt", left, update)


if __name__ == "__main__":
    sys.exit(golden.main(__doc__, check, CASES.iterdir()))
