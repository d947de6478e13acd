#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The bound of the Python stack that `flashfreeze report` gives holds.

    run_stack_bound.py --build DIRECTORY [FILE ...]

Every conformance script, benchmark, program of preinit/ and example runs, some also with a collection at every
allocation, which sees what natives push: where there is a bound, the stack's peak is not above it. Then small
programs whose bounds and cycles are known. Closes with `N passed, M failed`.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLES = ("blink", "morse", "sensor_node")
STRESSED = 6      # one script in so many
LEAST_BOUNDED = 140 # scripts with a bound: fewer mean that something is followed worse than it was

# Name, program, functions of the cycle (each a set), or None: there is a bound.
PROGRAMS = [
    ("calls", "def a(x):\n    return b(x) + 1\ndef b(x):\n    return x * 2\nprint(a(4))\n", None),
    ("recursion", "def fact(n):\n    return 1 if n < 2 else n * fact(n - 1)\nprint(fact(5))\n", {"__main__.fact"}),
    ("mutual", "def even(n):\n    return n == 0 or odd(n - 1)\ndef odd(n):\n    return n != 0 and even(n - 1)\n"
     "print(even(8))\n", {"__main__.even", "__main__.odd"}),
    ("value", "def twice(f):\n    return f() + f()\ndef one():\n    return 1\nprint(twice(one))\n", None),
    ("super", "class A:\n    def __init__(self):\n        self.x = 1\nclass B(A):\n    def __init__(self):\n"
     "        super().__init__()\nclass C(B):\n    def __init__(self):\n        super().__init__()\nprint(C().x)\n", None),
    ("method", "class Tree:\n    def __init__(self, left):\n        self.left = left\n    def depth(self):\n"
     "        return 1 + self.left.depth() if self.left else 0\nprint(Tree(Tree(None)).depth())\n",
     {"__main__.Tree.depth"}),
    ("key", "def by(x):\n    return -x\nprint(sorted([3, 1, 2], key=by))\n", None),
    ("generator", "def up(n):\n    for i in range(n):\n        yield i\ndef squares(n):\n    for i in up(n):\n"
     "        yield i * i\nprint(sum(squares(5)))\n", None),
    ("walk", "def walk(t):\n    for x in t:\n        if type(x) is list:\n            yield from walk(x)\n"
     "        else:\n            yield x\nprint(list(walk([1, [2, [3]]])))\n", {"__main__.walk"}),
    ("lazy", "def f(x):\n    return x + 1\nprint(list(map(f, range(3))))\n", None),
    ("length", "class Box:\n    def __init__(self):\n        self.items = [1]\n    def __len__(self):\n"
     "        return len(self.items)\nprint(len(Box()))\n", None),
    ("decorated", "def loud(f):\n    def call(x):\n        return f(x)\n    return call\n@loud\ndef g(x):\n"
     "    return x\nprint(g(1))\n", None),
    ("callback", "handlers = []\ndef on(f):\n    handlers.append(f)\ndef tick():\n    return [f() for f in handlers]\n"
     "def hello():\n    return 'hello'\non(hello)\nprint(tick())\n", None),
    ("itself", "handlers = []\ndef tick():\n    return len(handlers) and handlers.pop()()\nhandlers.append(tick)\n"
     "print(tick())\n", {"__main__.tick"}),
]


def run(*line, timeout=120):
    return subprocess.run([str(word) for word in line], capture_output=True, text=True, errors="replace",
                          timeout=timeout)


def bound_of(tool, path, *options):
    done = run(tool, "report", "--format", "json", *options, path)
    if done.returncode != 0:
        raise AssertionError(f"report: status {done.returncode}: {done.stderr[-300:]}")
    return json.loads(done.stdout)["stack"]


def peak_of(tool, path, *options):
    done = run(tool, "run", "--clock", "virtual", "--stats", *options, path)
    found = re.search(r"stack peak: (\d+)", done.stderr)
    if not found:
        raise AssertionError(f"no figure of the stack: {done.stderr[-300:]}")
    return int(found[1])


def check_script(tool, stress, path, is_stressed):
    """Whether there is a bound; raises when it does not hold."""
    stack = bound_of(tool, path)
    peaks = [peak_of(tool, path)] + ([peak_of(stress, path)] if is_stressed else [])
    if stack["bounded"] and max(peaks) > stack["bound"]:
        raise AssertionError(f"{max(peaks)} bytes of stack, the bound is {stack['bound']}")
    return stack["bounded"]


def check_program(tool, folder, name, text, cycle):
    path = pathlib.Path(folder, name + ".py")
    path.write_text(text)
    for option in ("auto", "off"):
        stack = bound_of(tool, path, "--preinit", option)
        found = {step["function"] for one in stack["cycles"] for step in one["steps"]}
        if option == "off" and found != (cycle or set()):
            raise AssertionError(f"--preinit {option}: the cycles are {found}")
        peak = peak_of(tool, path, "--preinit", option)
        if stack["bounded"] and peak > stack["bound"]:
            raise AssertionError(f"--preinit {option}: {peak} bytes of stack, the bound is {stack['bound']}")
    for one in stack["cycles"]:
        if one["bytes"] <= 0 or not all(step["line"] for step in one["steps"]):
            raise AssertionError(f"a cycle without bytes or lines: {one}")
    text = run(tool, "report", path).stdout
    if "Python stack: at most" not in text:
        raise AssertionError(text[-300:])


def check_example(tool, name):
    manifest = ROOT / "examples" / name / "flashfreeze.yaml"
    stack = bound_of(tool, manifest)
    done = run(tool, "run", "--stats", manifest)
    peak = int(re.search(r"stack peak: (\d+)", done.stderr)[1])
    print(f"{name}: peak {peak}, frames at most {stack['frames']}, bound {stack['bound']}", flush=True)
    if not stack["bounded"] or peak > stack["bound"]:
        raise AssertionError(f"{peak} bytes of stack, the bound is {stack['bound']}")
    if name == "blink" and peak != stack["frames"]:
        raise AssertionError(f"frames take {peak} bytes, the report says {stack['frames']}")


def check_warning(tool, folder):
    """A manifest with less stack than the bound is warned about, once, unless that is switched off."""
    pathlib.Path(folder, "main.py").write_text(dict((n, t) for n, t, _ in PROGRAMS)["value"])
    for stack, extra, said in (("64", "", 1), ("2K", "", 0), ("64", "warnings: [no-stack-below-bound]\n", 0)):
        manifest = pathlib.Path(folder, "app.yaml")
        manifest.write_text(f"flashfreeze: 1\nentry: main\npreinit: off\nruntime: {{heap: 2K, stack: {stack}}}\n{extra}")
        done = run(tool, "build", manifest, "-o", folder)
        if done.returncode != 0 or done.stderr.count("[stack-below-bound]") != said:
            raise AssertionError(f"stack {stack}: {done.stderr}")
        if said and "app.yaml:4:28: warning[stack-below-bound]" not in done.stderr:
            raise AssertionError(done.stderr)


class Tally:
    def __init__(self):
        self.passed = self.failed = self.bounded = 0

    def attempt(self, name, action, *arguments):
        try:
            has_bound = bool(action(*arguments))
            self.bounded += has_bound
            self.passed += 1
        except (AssertionError, OSError, subprocess.SubprocessError, TypeError) as failure:
            self.failed += 1
            print(f"FAILED {name}: {failure}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    build = options.build.resolve()
    tool, stress = build / "flashfreeze", build / "flashfreeze-stress"
    files = options.files or sorted([*(ROOT / "tests/conformance").glob("[!r]*.py"), *(ROOT / "bench/programs").glob("*.py"),
                                     *(ROOT / "tests/conformance").glob("re*.py")])
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for case in PROGRAMS if not options.files else []:
            tally.attempt(case[0], check_program, tool, folder, *case)
        tally.attempt("warning", check_warning, tool, folder)
    for name in EXAMPLES:
        tally.attempt(name, check_example, tool, name)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda item: tally.attempt(item[1].name, check_script, tool, stress, item[1],
                                                 item[0] % STRESSED == 0), enumerate(files)))
    print(f"{tally.bounded} of {len(files)} scripts have a bound")
    if not options.files and tally.bounded < LEAST_BOUNDED:
        tally.failed += 1
        print(f"FAILED fewer than {LEAST_BOUNDED}")
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
