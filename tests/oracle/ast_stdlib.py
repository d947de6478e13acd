#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares `flashfreeze ast --as 3.11` with CPython 3.11's own parser over a tree of source files.

usage: ast_stdlib.py TOOL [PATH...]     (default: the standard library with its tests)

A file passes when both give the same tree, or both reject it at the same line. Files in encodings
that the tool says it does not support are counted apart. Exit code 1 if any file fails.
"""
import ast
import multiprocessing
import os
import re
import subprocess
import sys
import warnings

STDLIB = "/usr/lib/python3.11"
PLACE = re.compile(r":(\d+):\d+: error\[FZ(\d+)\]")
UNKNOWN_ENCODING = "0203"


def find_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".py"))


def python_result(path):
    """The dump of the tree, or the line where CPython rejects the file (None or 0 when it gives none)."""
    with open(path, "rb") as file:
        source = file.read()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.dump(ast.parse(source, path)), None
    except (SyntaxError, ValueError) as error:
        return None, getattr(error, "lineno", None)


def check(job):
    """What happened with one file: 'same', 'rejected', 'encoding', or a sentence on the failure."""
    tool, path = job
    sys.setrecursionlimit(20000)
    run = subprocess.run([tool, "ast", "--as", "3.11", path], capture_output=True)
    errors = PLACE.findall(run.stderr.decode("utf-8", "replace"))
    if any(code == UNKNOWN_ENCODING for _, code in errors):
        return path, "encoding"
    dump, line = python_result(path)
    if run.returncode not in (0, 1):
        return path, f"the tool ended with {run.returncode}"
    if dump is None:
        if run.returncode == 0:
            return path, f"accepted, but CPython rejects line {line}"
        if line and str(line) not in (found for found, _ in errors):
            return path, f"rejected at {errors}, but CPython rejects line {line}"
        return path, "rejected"
    if run.returncode != 0:
        return path, "rejected: " + run.stderr.decode("utf-8", "replace").split("\n")[0]
    ours = run.stdout.decode("utf-8").rstrip("\n")
    if ours == dump:
        return path, "same"
    at = next((i for i, (a, b) in enumerate(zip(ours, dump)) if a != b), min(len(ours), len(dump)))
    start = max(0, at - 60)
    return path, f"trees differ\n    ours   {ours[start:at + 60]}\n    python {dump[start:at + 60]}"


def main():
    if len(sys.argv) < 2:
        print(__doc__.split("\n\n")[1])
        return 2
    jobs = [(sys.argv[1], path) for path in find_files(sys.argv[2:] or [STDLIB])]
    counts = {"same": 0, "rejected": 0, "encoding": 0}
    failed = 0
    with multiprocessing.Pool(2) as pool:
        for path, result in pool.imap_unordered(check, jobs, chunksize=8):
            if result in counts:
                counts[result] += 1
            else:
                failed += 1
                print(f"{path}: {result}")
    print(f"{counts['same']} trees equal, {counts['rejected']} rejected by both, "
          f"{counts['encoding']} in unsupported encodings")
    print(f"{counts['same'] + counts['rejected']} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
