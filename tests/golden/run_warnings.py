#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Warnings and advice where they belong and nowhere else: in warnings/*.py and advice/*.py the lines
that give some say so in a comment `#! name name`. Every name of `check --list-warnings` is shown.

    run_warnings.py [--build DIRECTORY]
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# Of linking: link/*/messages.err; of the back end for MicroPython.
ELSEWHERE = {"hidden-module", "never-bound", "computed-all", "native", "port-manifest", "stack-below-bound",
             "missing-module", "missing-import", "undefined-name", "missing-builtin"}


def expected(path):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.search(r"#! ([a-z -]+)$", line)
        for name in match.group(1).split() if match else ():
            yield number, name


def found(tool, path, *options):
    run = subprocess.run([tool, "check", "--alone", "--json", *options, path],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    assert run.returncode == 0 and not run.stderr, (run.returncode, run.stderr)
    for line in run.stdout.decode("utf-8").splitlines():
        message = json.loads(line)
        yield message["line"], message["name"]


def compare(tool, path, option):
    wanted = collections.Counter(expected(path))
    got = collections.Counter(found(tool, path, option))
    for (line, name), count in sorted(((wanted - got) + (got - wanted)).items()):
        where = "missing" if wanted[line, name] > got[line, name] else "wrong"
        yield "%s:%d: %s %s" % (path.name, line, where, name)
    if found_after := list(found(tool, path, "-Wno-all", "-Wno-advice")):
        yield "%s: %s with all switched off" % (path.name, found_after[:3])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    tool = parser.parse_args().build.resolve() / "flashfreeze"
    table = subprocess.run([tool, "check", "--list-warnings"], stdout=subprocess.PIPE, check=True)
    unseen = set(re.findall(r"^\| `(.*?)`", table.stdout.decode(), re.M)) - ELSEWHERE
    passed = failed = 0
    for folder, option in (("warnings", "-Wall"), ("advice", "--advice")):
        for path in sorted((HERE / folder).glob("*.py")):
            unseen -= {name for _, name in expected(path)}
            problems = list(compare(tool, path, option))
            print("".join(problem + "\n" for problem in problems), end="")
            passed += not problems
            failed += bool(problems)
    if unseen:
        print("shown nowhere: " + ", ".join(sorted(unseen)))
        failed += 1
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
