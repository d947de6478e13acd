#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the conformance scripts with one allocation after the other failing.

    run_oom.py [--build DIRECTORY] [--most N] [SCRIPT ...]

Every script is frozen and given to oom.c, which is linked with a runtime under ASan and UBSan that
also checks the heap after each collection. It splits its process at an allocation: in the child the
allocation fails, the program must end with a status, and another program must then run in the same
memory. The parent, undisturbed, must print what CPython prints. By default some 200 different
allocations of each script fail; --most 0 means all of them. With --build-as 32 the runtime is built
as 32-bit code, without sanitizers; with --build-as quick as fast code without sanitizers.
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import sys

import run

sys.path.insert(0, os.path.join(run.ROOT, "tests", "firmware"))
sys.dont_write_bytecode = True
import images  # noqa: E402 (found through the line above)

CHECKS = ["-O1", "-DFZ_FAIL_ALLOCATION=1", "-DFZ_HEAP_CHECK=1"]
CHECKED = {
    "64": images.Target("checked", "gcc", [
        *CHECKS, "-fsanitize=address,undefined", "-fno-sanitize-recover=all",
        "-fno-omit-frame-pointer"], [], warnings=["-w"]),
    # Quick enough for every allocation of every script; the heap checker stays.
    "quick": images.Target("checked-quick", "gcc", [*CHECKS, "-O2"], [], warnings=["-w"]),
    # The x87 would round twice.
    "32": images.Target("checked-32", "gcc", [*CHECKS, "-m32", "-msse2", "-mfpmath=sse"], [],
                      warnings=["-w"]),
    "coverage": images.Target("coverage", "gcc", [*CHECKS, "-O0", "--coverage"], [], warnings=["-w"]),
}
NOT_RUN = {
    "sys_time_basic.py": "needs sys.argv and a real clock",
}


def build_driver(directory, kind):
    builder = images.Builder(CHECKED[kind], directory)
    objects = builder.runtime() + [builder.compile(os.path.join(run.HERE, "oom.c"))]
    out = os.path.join(builder.directory, "oom")
    images.command(["gcc", *builder.target.flags, *objects, "-o", out, "-lm"])
    return out


# What runs after a failure: a little of everything that allocates.
AFTER = """
class Point:
    def __init__(self, x):
        self.x = x

def squares(n):
    for i in range(n):
        yield i * i

try:
    {}["key"]
except KeyError as error:
    print(error, "%d" % 7, sorted({3, 1}), [Point(i).x + 2**40 for i in squares(3)], {"a": 1.5})
"""


def freeze(tool, folder, entry, search, heap, stack, preinit="auto", float_bits="64"):
    """The image of a module."""
    os.makedirs(folder, exist_ok=True)
    manifest = os.path.join(folder, "flashfreeze.yaml")
    with open(manifest, "w", encoding="utf-8") as out:
        out.write(f"flashfreeze: 1\nentry: {entry}\nsearch: [{search}]\npreinit: {preinit}\n"
                  f"runtime: {{heap: {heap}, stack: {stack}, float: {float_bits}}}\nstrip: {{docstrings: false}}\n")
    images.command([tool, "build", manifest, "-o", folder])
    return os.path.join(folder, "app.fzi")


def freeze_after(tool, directory):
    """The image of the program that runs after a failure."""
    folder = os.path.join(directory, "after")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "after.py"), "w", encoding="utf-8") as out:
        out.write(AFTER)
    return freeze(tool, folder, "after", folder, "4K", "1K", "off")


FAILURES = re.compile(r"^(\d+) allocations failed, of about \d+; (\d+) runs stopped$", re.MULTILINE)


def test(driver, tool, script, after, oracle, directory, options):
    """What went wrong, or None; how many allocations failed, and how many runs were stopped."""
    try:
        entry = script.file[:-3]
        heap = run.larger(options.heap, script.directives.get("heap"))
        stack = run.larger("16K", script.directives.get("stack"))
        image = freeze(tool, os.path.join(directory, "images", entry), entry, script.folder, heap, stack,
                       options.preinit, script.directives.get("float", "64"))
        # The runtime has no malloc to leak from; the driver's own block lives to its end.
        done = subprocess.run([driver, image, after, str(options.most)], capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=options.timeout,
                              env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
    except images.Failed as failure:
        return str(failure), 0, 0
    except subprocess.TimeoutExpired:
        return "time limit", 0, 0
    errors = done.stderr.decode(errors="replace")
    counts = FAILURES.search(errors)
    problem = None
    if done.returncode != 0 or not counts:
        problem = f"status {done.returncode}\n" + "\n".join(errors.splitlines()[:15])
    elif done.stdout != oracle.expected(script)[1]:
        problem = "other output than CPython's\n" + errors
    return problem, *(map(int, counts.groups()) if counts else (0, 0))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("script", nargs="*")
    parser.add_argument("--build", default=os.path.join(run.ROOT, "build"))
    parser.add_argument("--heap", default="64K")
    parser.add_argument("--most", type=int, default=200, help="allocations to fail; 0: all")
    parser.add_argument("--build-as", choices=CHECKED, default="64", help="code of this sort (default: 64)")
    parser.add_argument("--filter", default="*.py", help="only file names matching this pattern")
    parser.add_argument("--sample", type=int, default=1, help="only every N-th script")
    parser.add_argument("--preinit", choices=("auto", "off"), default="auto")
    parser.add_argument("--timeout", type=float, default=600)
    options = parser.parse_args()
    options.place = options.script or [run.HERE]
    build = os.path.abspath(options.build)
    tool, directory = os.path.join(build, "flashfreeze"), os.path.join(build, "oom")
    scripts = [s for s in run.collect(options)
               if s.file not in NOT_RUN and s.path != os.path.abspath(__file__)]
    oracle = run.Oracle(os.path.join(build, "oracle"))
    driver = build_driver(directory, options.build_as)
    after = freeze_after(tool, directory)
    failed = allocations = stopped = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda s: test(driver, tool, s, after, oracle, directory, options), scripts)
        for script, (problem, tried, ends) in zip(scripts, results):
            allocations += tried
            stopped += ends
            if problem:
                failed += 1
                print(f"FAILED {script.name}: {problem}\n", flush=True)
    print(f"{allocations} allocations failed; {stopped} programs waited for what was lost with one, and were stopped")
    print(f"{len(scripts) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
