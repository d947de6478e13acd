#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No false alarms: the warnings that are on by default, over the standard library and its tests.

    warnings_stdlib.py [--build DIRECTORY] [--list NAME] [--update]

Each file of the library that CPython accepts must have no error, and each warning must be found as
often as warnings_stdlib.txt says: those have been looked at and are right. Libraries of another
release than the table's are only checked for errors.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LIBRARY = "/usr/lib/python3.11/"
PACKAGES = ["libpython3.11-minimal", "libpython3.11-stdlib", "libpython3.11-testsuite"]
TABLE = HERE / "warnings_stdlib.txt"
REFUSED = re.compile(r"lib2to3/tests/data|/test/bad|bad_coding|badsyntax")  # CPython does, too
ENCODING = "unknown-encoding"


def library_files():
    """The library's Python files: those of its packages, since others put files there, too."""
    listed = subprocess.run(["dpkg-query", "-L", *PACKAGES], stdout=subprocess.PIPE, check=True)
    return sorted({path for path in listed.stdout.decode().splitlines()
                   if path.startswith(LIBRARY) and path.endswith(".py") and not REFUSED.search(path)})


def release():
    run = subprocess.run(["/usr/bin/python3", "-c", "import sys; print(*sys.version_info[:3], sep='.')"],
                         stdout=subprocess.PIPE, check=True)
    return run.stdout.decode().strip()


def messages(tool, files):
    run = subprocess.run([tool, "check", "--alone", "--json", *files], stdout=subprocess.PIPE)
    return [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]


def area(path):
    return "tests" if re.search("/tests?/|/idle_test/", path) else "library"


def write_table(counts):
    names = sorted({name for name, _ in counts})
    lines = ["# Reviewed: CPython %s, warning, in the library, in its tests\n" % release()]
    lines += ["%s %d %d\n" % (name, counts[name, "library"], counts[name, "tests"])
              for name in names]
    TABLE.write_text("".join(lines))


def compare(counts):
    head, *lines = TABLE.read_text().splitlines()
    if head.split()[3].rstrip(",") != release():
        print("the table is for %s, this is %s" % (head.split()[3].rstrip(","), release()))
        return
    wanted = collections.Counter()
    for line in lines:
        name, library, tests = line.split()
        wanted[name, "library"] = int(library)
        wanted[name, "tests"] = int(tests)
    for key in sorted(set(wanted) | set(counts)):
        if wanted[key] != counts[key]:
            yield "%s in the %s: %d, reviewed are %d" % (*key, counts[key], wanted[key])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--list", help="show the places of this warning")
    parser.add_argument("--update", action="store_true", help="write the table anew")
    options = parser.parse_args()
    files = library_files()
    start = time.monotonic()
    found = messages(options.build.resolve() / "flashfreeze", files)
    print("%d files in %.1f s" % (len(files), time.monotonic() - start))
    problems = ["%s:%d: %s" % (message["file"], message["line"], message["message"])
                for message in found
                if message["severity"] == "error" and message["name"] != ENCODING]
    counts = collections.Counter((message["name"], area(message["file"])) for message in found
                                 if message["severity"] == "warning")
    for message in found:
        if message["name"] == options.list:
            print("%(file)s:%(line)d: %(message)s" % message)
    if options.update:
        write_table(counts)
    problems += compare(counts)
    print("".join(problem + "\n" for problem in problems), end="")
    print("%d passed, %d failed" % (len(files) - len(problems), len(problems)))
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main())
