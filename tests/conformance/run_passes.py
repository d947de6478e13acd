#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No optimisation pass changes what a program prints: every script of the conformance runner gives
CPython's output with all passes off, and with each one off.

    run_passes.py [--build DIRECTORY] [--pass NAME ...] [--sample N]

Without --pass that is `all` and every row of the pass tables. With --sample only every N-th script
is run with single passes off.
"""
import argparse
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TABLES = ["compiler/opt/passes.def", "compiler/codegen/ir_passes.def",
          "compiler/link/link_passes.def"]
ROW = re.compile(r"^(?:IR_|LINK_)?PASS\((\w+),", re.MULTILINE)


def passes():
    """The names of all passes, in the order of their tables."""
    names = []
    for table in TABLES:
        with open(os.path.join(ROOT, table), encoding="utf-8") as source:
            names += ROW.findall(source.read())
    return names


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--pass", dest="names", action="append", help="only with this one off")
    parser.add_argument("--sample", type=int, default=1)
    options = parser.parse_args()
    total = [0, 0]
    for name in options.names or ["all"] + passes():
        sample = 1 if name == "all" else options.sample
        done = subprocess.run(
            [sys.executable, os.path.join(HERE, "run.py"), "--build", options.build, "--tool",
             os.path.join(options.build, "flashfreeze"), "--without", name, "--sample",
             str(sample)], capture_output=True, text=True, check=False)
        *details, last = done.stdout.strip().split("\n")
        found = re.match(r"(\d+) passed, (\d+) failed$", last)
        counts = [int(n) for n in found.groups()] if found else [0, 1]
        if counts[1]:
            print("\n".join([f"without {name}:", *details, last * (not found), done.stderr]))
        total = [total[0] + counts[0], total[1] + counts[1]]
    print(f"{total[0]} passed, {total[1]} failed")
    return 1 if total[1] or not total[0] else 0


if __name__ == "__main__":
    sys.exit(main())
