#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs every test: the unit tests through meson, then each runner of the table below.

A runner shows what failed and closes with a line `N passed, M failed`; its exit status is 0 when
nothing failed. The last line of this program is the sum, in the same form.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLAIN, SANITIZED = "plain", "sanitized"
BOTH = (PLAIN, SANITIZED)

# Name, command (after python3; {build} is the build directory), builds under which it runs, most
# minutes it may take. A script that is missing is a failure.
RUNNERS = [
    ("conformance", "tests/conformance/run.py --build {build}", BOTH, 20),
    ("conformance-preinit-off", "tests/conformance/run.py --build {build} --tool {build}/flashfreeze --preinit off",
     (PLAIN,), 20),
    ("generated", "tests/generated/run.py --build {build}", BOTH, 5),
    ("passes-off", "tests/conformance/run_passes.py --build {build} --sample 8", (PLAIN,), 10),
    ("preinit", "tests/preinit/run.py --build {build}", BOTH, 5),
    ("report", "tests/preinit/run_report.py --build {build}", BOTH, 5),
    ("stack-bound", "tests/preinit/run_stack_bound.py --build {build}", (PLAIN,), 10),
    ("out-of-memory", "tests/conformance/run_oom.py --build {build} --most 100", (PLAIN,), 20),
    ("32-bit", "tests/conformance/run_oom.py --build {build} --build-as 32 --most 40", (PLAIN,), 20),
    ("fuzz-images", "tests/fuzz/run_images.py --build {build} --cases 5000", (PLAIN,), 10),
    ("differences", "tests/cpydiff/run_cpydiff.py --build {build}", BOTH, 2),
    ("firmware", "tests/firmware/run.py --build {build}", (PLAIN,), 10),
    ("c-stack", "tests/firmware/run_stack.py --build {build}", (PLAIN,), 5),
    ("builds", "tests/builds/run.py --build {build}", (PLAIN,), 5),
    ("needs", "tests/firmware/run_needs.py --build {build}", (PLAIN,), 5),
    ("broken-python", "tests/damage/run_python.py --build {build}", BOTH, 10),
    ("broken-images", "tests/damage/run_images.py --build {build}", BOTH, 10),
    ("fuzz-corpus", "tests/fuzz/run_corpus.py --build {build}", (PLAIN,), 10),
    ("json", "tests/run_json.py --build {build}", BOTH, 5),
    ("usage", "tests/run_usage.py --build {build}", (PLAIN,), 1),
    ("manifests", "tests/damage/run_manifests.py --build {build}", BOTH, 5),
    ("golden-dis", "tests/golden/run_dis.py --build {build}", BOTH, 1),
    ("golden-ir", "tests/golden/run_ir.py --build {build}", BOTH, 1),
    ("golden-opt", "tests/golden/run_opt.py --build {build}", (PLAIN,), 3),
    ("golden-shake", "tests/golden/run_shake.py --build {build}", BOTH, 1),
    ("golden-link", "tests/golden/run_link.py --build {build}", BOTH, 1),
    ("image-format", "tests/run_image_format.py --build {build}", BOTH, 2),
    ("determinism", "tests/run_determinism.py --build {build}", BOTH, 5),
    ("golden-warnings", "tests/golden/run_warnings.py --build {build}", BOTH, 2),
    ("library-warnings", "tests/oracle/warnings_stdlib.py --build {build}", BOTH, 5),
    ("golden-ast", "tests/golden/run_ast.py --build {build}", BOTH, 1),
    ("micropython", "tests/micropython/run.py --build {build}", (PLAIN,), 5),
    ("ast-oracle", "tests/oracle/ast_stdlib.py {build}/flashfreeze", (PLAIN,), 5),
    ("conformance-3.14", "tests/conformance_314/run.py --build {build}", BOTH, 5),
    ("ast-oracle-3.14", "tests/oracle/ast_314.py --build {build}", (PLAIN,), 5),
    ("mutants", "tests/oracle/mutants.py --build {build}", BOTH, 5),
]

SUMMARY = re.compile(r"^(\d+) passed, (\d+) failed$")


def stream(command, minutes):
    """Runs a command, showing what it prints; its exit status and its lines."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               stdin=subprocess.DEVNULL, text=True, errors="replace")
    timer = threading.Timer(minutes * 60, process.kill)
    timer.start()
    lines = []
    for line in process.stdout:
        print("    " + line, end="", flush=True)
        lines.append(line.rstrip("\n"))
    timer.cancel()
    return process.wait(), lines


def run_script(command, build, minutes):
    """The counts of passed and failed tests of one runner."""
    words = [word.format(build=build) for word in command.split()]
    if not (ROOT / words[0]).exists():
        print("    %s is missing" % words[0])
        return 0, 1
    status, lines = stream([sys.executable] + words, minutes)
    found = [match for match in map(SUMMARY.match, lines) if match]
    if not found:
        print("    no summary, exit status %d" % status)
        return 0, 1
    passed, failed = (int(number) for number in found[-1].groups())
    if (status != 0) != (failed != 0) or passed + failed == 0:
        print("    exit status %d does not fit '%s'" % (status, found[-1].group()))
        failed = max(failed, 1)
    return passed, failed


def run_unit(build, minutes):
    """The counts of meson's tests: each test function of a program counts."""
    status, _ = stream(["meson", "test", "--no-rebuild", "--print-errorlogs", "-C", str(build)],
                       minutes)
    report = build / "meson-logs" / "testlog.junit.xml"
    passed = failed = 0
    if report.exists():
        for case in xml.etree.ElementTree.parse(report).iter("testcase"):
            is_bad = case.find("failure") is not None or case.find("error") is not None
            failed += is_bad
            passed += not is_bad and case.find("skipped") is None
    if status != 0 and failed == 0:
        failed = 1
    return passed, failed


def jobs(builds):
    """Every test to run: its label, the function that runs it, and its arguments."""
    for kind, build in builds:
        yield "unit", kind, run_unit, (build, 20)
    for name, command, kinds, minutes in RUNNERS:
        for kind, build in builds:
            if kind in kinds:
                yield name, kind, run_script, (command, build, minutes)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--sanitized", type=pathlib.Path, help="the build under sanitizers")
    parser.add_argument("--list", action="store_true", help="print the names of the tests")
    parser.add_argument("names", nargs="*", help="run these only")
    options = parser.parse_args()
    known = ["unit"] + [runner[0] for runner in RUNNERS]
    if options.list:
        print("\n".join(known))
        return 0
    unknown = set(options.names) - set(known)
    if unknown:
        parser.error("no test is called %s" % ", ".join(sorted(unknown)))
    builds = [(PLAIN, options.build.resolve())]
    if options.sanitized:
        builds.append((SANITIZED, options.sanitized.resolve()))
    results = []
    for name, kind, function, arguments in jobs(builds):
        if options.names and name not in options.names:
            continue
        print("== %s (%s)" % (name, kind), flush=True)
        start = time.monotonic()
        passed, failed = function(*arguments)
        results.append((name, kind, passed, failed, time.monotonic() - start))
    print()
    for name, kind, passed, failed, seconds in results:
        print("%-20s %-10s %6d passed %5d failed %7.1f s%s"
              % (name, kind, passed, failed, seconds, "  <--" if failed else ""))
    passed = sum(result[2] for result in results)
    failed = sum(result[3] for result in results)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
