#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Which lines of runtime_stub the tests reach, per file.

    coverage.py [--build build-coverage] [--no-run] [--missing PATTERN]

Sets up a build with gcov's counters, runs the conformance scripts (plain, with modules run at build time, with
failing allocations), the tests of the C API, the units, and the damaged images, and prints for each
file of the runtime its lines, those reached, and their share. --missing prints the lines that nothing
reached, of files whose name contains the pattern.
"""
import argparse
import collections
import fnmatch
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BAR = 95.0


def build(directory):
    if not (directory / "build.ninja").exists():
        subprocess.run(["meson", "setup", directory, "-Dbuildtype=debug", "-Doptimization=0",
                        "-Db_coverage=true"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "--quiet", "-C", directory], check=True)


def run_tests(directory):
    for counts in directory.rglob("*.gcda"):
        counts.unlink()
    tool = ["--build", directory]
    scripts = ["tests/conformance/run.py", *tool, "--tool", directory / "flashfreeze", "--timeout", "120"]
    for command in (scripts, [*scripts, "--preinit", "auto"], ["tests/preinit/run.py", *tool],
                    ["tests/cpydiff/run_cpydiff.py", *tool],
                    ["tests/conformance/run_oom.py", *tool, "--build-as", "coverage", "--most", "16"],
                    ["tests/damage/run_images.py", *tool]):
        subprocess.run([sys.executable, *command], cwd=ROOT, stdout=subprocess.DEVNULL)
    subprocess.run(["meson", "test", "--no-rebuild", "--quiet", "-C", directory],
                   stdout=subprocess.DEVNULL)


def read_counts(directory):
    """For each file of the runtime, how often each of its lines was reached in any of the builds."""
    lines = collections.defaultdict(collections.Counter)
    notes = [str(path) for path in directory.rglob("*.gcda") if "runtime_stub" in path.name]
    for first in range(0, len(notes), 50):
        done = subprocess.run(["gcov", "--json-format", "--stdout", *notes[first:first + 50]],
                              cwd=directory, capture_output=True, text=True, check=True)
        for report in done.stdout.splitlines():
            report = json.loads(report)
            for file in report["files"]:
                path = (pathlib.Path(report["current_working_directory"]) / file["file"]).resolve()
                if ROOT / "runtime_stub" not in path.parents:
                    continue
                counts = lines[str(path.relative_to(ROOT / "runtime_stub"))]
                for line in file["lines"]:
                    counts[line["line_number"]] += line["count"]
    return lines


def show_missing(name, counts):
    text = (ROOT / "runtime_stub" / name).read_text(encoding="utf-8").splitlines()
    for number in sorted(counts):
        if counts[number] == 0:
            print("%s:%d: %s" % (name, number, text[number - 1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build-coverage")
    parser.add_argument("--no-run", action="store_true", help="take the counts of the last run")
    parser.add_argument("--missing", metavar="PATTERN", help="print lines not reached of these files")
    options = parser.parse_args()
    directory = options.build.resolve()
    if not options.no_run:
        build(directory)
        run_tests(directory)
    lines = read_counts(directory)
    total = reached = 0
    for name, counts in sorted(lines.items()):
        hit = sum(count > 0 for count in counts.values())
        total, reached = total + len(counts), reached + hit
        if options.missing is None:
            print("%-36s %5d lines %5d reached %6.1f %%" % (name, len(counts), hit, 100 * hit / len(counts)))
        elif fnmatch.fnmatch(name, "*" + options.missing + "*"):
            show_missing(name, counts)
    share = 100 * reached / total
    print("%d of %d lines of runtime_stub: %.1f %%" % (reached, total, share))
    return share < BAR


if __name__ == "__main__":
    sys.exit(main())
