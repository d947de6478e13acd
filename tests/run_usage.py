#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks what the commands say of themselves: each has a usage, and each long option stands in one.

    run_usage.py [--build DIRECTORY]
"""
import argparse
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# For this project's own tests, or longer forms of letters that the usage shows.
UNLISTED = {"dump", "fail-allocation", "preinit", "explain", "jobs", "output", "source-name", "var"}
OPTION = re.compile(r'\{"([a-z-]+)", [a-z_]+_argument')
COMMAND = re.compile(r"^  flashfreeze ([a-z-]+)", re.MULTILINE)


def usage(tool, *words):
    done = subprocess.run([tool, *words], capture_output=True, text=True, timeout=20)
    return done.stdout if done.returncode == 0 and not done.stderr else None


def options():
    found = set()
    for path in glob.glob(os.path.join(ROOT, "compiler", "cli", "*.[ch]")):
        with open(path, encoding="utf-8") as source:
            found.update(OPTION.findall(source.read()))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    tool = os.path.join(parser.parse_args().build, "flashfreeze")
    passed = failed = 0
    whole = usage(tool, "--help") or ""
    commands = sorted(set(COMMAND.findall(whole)))
    problems = [] if len(commands) > 10 else ["--help lists too few commands"]
    for command in commands:
        for word in "--help", "-h":
            text = usage(tool, command, word)
            if text is None or command not in text:
                problems.append(f"{command} {word}: no usage")
            else:
                passed += 1
    for option in sorted(options() - UNLISTED):
        if not re.search(rf"--{option}\b", whole):
            problems.append(f"--{option} stands in no usage")
        else:
            passed += 1
    for problem in problems:
        print(problem)
        failed += 1
    print(f"{passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
