#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares flashfreeze with the peers that are on PATH: python3, micropython, mpy-cross, lua.

    run.py [--build DIRECTORY] [--rounds N] [--only PROGRAM ...]

All engines run in turn in every round, so that a busy machine slows all of them; medians are
compared. Prints Markdown tables: seconds of the VM, RAM, compile time. Ratios are the peer's figure
divided by flashfreeze's: above 1, flashfreeze is better.
"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAMS = os.path.join(HERE, "programs")
LUA = os.path.join(HERE, "lua")
SIZE = re.compile(r"# bench-size: (\d+)")
# Of every engine that takes a size, unless --heap says another. With megabytes MicroPython spends most of its time
# looking for free blocks (nbody takes eight times as long with 16M as with 64K).
HEAP = "256K"
# Modules of CPython's library for the table of compile times, from small to large.
LIBRARY = "/usr/lib/python3.11"
COMPILED = ["heapq", "graphlib", "calendar", "ipaddress", "difflib", "datetime", "html/entities",
            "pydoc_data/topics"]
# The system's own, since a wrapper on PATH would be measured as well.
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else "python3"


def timed(line, **options):
    """(seconds, output) of a command, or None when it fails or takes too long."""
    start = time.perf_counter()
    try:
        done = subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, **options)
    except subprocess.TimeoutExpired:
        return None
    seconds = time.perf_counter() - start
    return (seconds, done.stdout) if done.returncode == 0 else None


class Program:
    def __init__(self, name, work):
        self.name = name
        self.path = os.path.join(PROGRAMS, name + ".py")
        self.lua = os.path.join(LUA, name + ".lua")
        with open(self.path, encoding="utf-8") as source:
            self.size = SIZE.search(source.read()).group(1)
        self.image = os.path.join(work, name, "app.fzi")


def freeze(tool, program, work, heap):
    """Makes the image of a program, for which it writes a manifest; the tool's complaint or None."""
    folder = os.path.join(work, program.name)
    os.makedirs(folder, exist_ok=True)
    manifest = os.path.join(folder, "flashfreeze.yaml")
    with open(manifest, "w", encoding="utf-8") as out:
        out.write(f"flashfreeze: 1\nentry: {program.name}\nsearch: [{PROGRAMS}]\n"
                  f"runtime: {{heap: {heap}, stack: 64K}}\n")
    done = subprocess.run([tool, "build", manifest, "-o", folder], capture_output=True, text=True)
    return None if done.returncode == 0 else done.stderr.strip().splitlines()[-1:]


class Engine:
    """How to run a program with one engine."""

    def __init__(self, name, command, file=lambda program: program.path):
        self.name = name
        self.command = command
        self.file = file
        self.start = 0.0  # seconds that an empty program takes

    def line(self, program, size):
        return [*self.command, self.file(program), *size]

    def can(self, program):
        return os.path.exists(self.file(program))


def engines_of(tool, heap):
    found = [Engine("flashfreeze", [tool, "run", "--heap", heap, "--stack", "64K"],
                    lambda program: program.image)]
    for name, command, file in (
            ("python3", [PYTHON, "-B"], None),
            ("micropython", ["micropython", "-X", "heapsize=" + heap], None),
            ("lua5.4", ["lua5.4"], lambda program: program.lua),
            ("lua", ["lua"], lambda program: program.lua)):
        same = name == "lua" and any(e.name == "lua5.4" for e in found)
        if shutil.which(command[0]) and not same:
            found.append(Engine(name, command, *([file] if file else [])))
    return found


def medians(jobs, rounds):
    """The median seconds of each job, a function that gives (seconds, output) or None."""
    times = {key: [] for key in jobs}
    for _ in range(rounds):
        for key, job in jobs.items():
            result = job()
            if result:
                times[key].append(result[0])
    return {key: statistics.median(values) if values else None for key, values in times.items()}


def print_table(heading, columns, rows):
    print(f"\n## {heading}\n")
    widths = [max(len(str(row[i])) for row in [columns, *rows]) for i in range(len(columns))]
    for number, row in enumerate([columns, *rows]):
        cells = [str(c).ljust(w) if i == 0 else str(c).rjust(w)
                 for i, (c, w) in enumerate(zip(row, widths))]
        print("| " + " | ".join(cells) + " |")
        if number == 0:
            print("|" + "|".join("-" * (w + 2) if i == 0 else "-" * (w + 1) + ":"
                                 for i, w in enumerate(widths)) + "|")


def ratio(peer, ours):
    return f"{peer / ours:.2f}" if peer and ours else "-"


def alike(output, expected):
    """Whether lines have the same characters: MicroPython's dicts keep no order."""
    return [sorted(line) for line in output.splitlines()] == [sorted(line) for line in expected.splitlines()]


def compare_speed(engines, programs, rounds):
    rows = []
    for program in programs:
        jobs = {e.name: (lambda e=e: timed(e.line(program, [program.size])))
                for e in engines if e.can(program)}
        first = {name: job() for name, job in jobs.items()}
        expected = first.get("python3")
        note = ""
        if expected:
            wrong = [n for n, r in first.items() if not r or not alike(r[1], expected[1])]
            note = " (fails or differs: " + ", ".join(wrong) + ")" if wrong else ""
            jobs = {name: job for name, job in jobs.items() if name not in wrong}
        found = medians(jobs, rounds)
        seconds = {e.name: max(found[e.name] - e.start, 1e-6) for e in engines
                   if found.get(e.name)}
        ours = seconds.get("flashfreeze")
        rows.append([program.name + note, f"{ours:.3f}" if ours else "-",
                     *(ratio(seconds.get(e.name), ours) for e in engines[1:])])
    print_table("Speed of the VM (starting and compiling taken off)",
                ["program", "flashfreeze, s", *(e.name + ", x" for e in engines[1:])], rows)


def least(fits, low, high, step):
    """The least multiple of `step` between low and high that fits, or None."""
    if not fits(high):
        return None
    while high - low > step:
        middle = (low + high) // 2 // step * step
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def globals_of(tool, program):
    """Bytes of global variables as `run --stats` tells them."""
    done = subprocess.run([tool, "run", "--stats", program.path], capture_output=True, text=True)
    found = re.search(r"globals: (\d+)", done.stderr)
    return int(found.group(1)) if found else None


def compare_memory(tool, programs):
    """RAM for the small size of each program: the least heap with which it runs. The heap could use
    what the stack leaves, so the stack gets just what it needs."""
    has_micropython = shutil.which("micropython")
    rows = []
    for program in programs:
        def fits(heap, stack, path=program.path):
            return timed([tool, "run", "--heap", str(heap), "--stack", str(stack), path], timeout=3)

        def fits_theirs(heap, path=program.path):
            return timed(["micropython", "-X", f"heapsize={heap}", path], timeout=3)

        globals_size = globals_of(tool, program)
        stack = least(lambda size: fits(1 << 20, size), 0, 1 << 16, 8)
        heap = stack and least(lambda size: fits(size, stack), 0, 1 << 20, 64)
        theirs = least(fits_theirs, 700, 1 << 20, 64) if has_micropython else None
        ours = heap + stack + globals_size if heap and globals_size else None
        rows.append([program.name, ours or "-", heap or "-", stack or "-", globals_size or "-",
                     theirs or "-", ratio(theirs, ours)])
    print_table("RAM: the least with which the small size runs, bytes",
                ["program", "flashfreeze", "heap", "stack", "globals", "micropython heap", "x"], rows)


def compilers_of(tool, work):
    out = os.path.join(work, "out")
    found = {"flashfreeze": lambda path: [tool, "compile", path, "-o", out],
             "python3": lambda path: [PYTHON, "-c", "import py_compile, sys; "
                                      f"py_compile.compile(sys.argv[1], {out!r}, doraise=True)", path]}
    if shutil.which("mpy-cross"):
        found["mpy-cross"] = lambda path: ["mpy-cross", "-o", out, path]
    return found


def compare_compilers(tool, work, rounds):
    compilers = compilers_of(tool, work)
    empty = os.path.join(work, "empty.py")
    with open(empty, "w", encoding="utf-8"):
        pass
    start = medians({n: (lambda c=c: timed(c(empty))) for n, c in compilers.items()}, rounds)
    rows = []
    for name in COMPILED:
        path = os.path.join(LIBRARY, name + ".py")
        found = medians({n: (lambda c=c: timed(c(path))) for n, c in compilers.items()}, rounds)
        taken = {n: max(s - start[n], 1e-6) for n, s in found.items() if s and start[n]}
        ours = taken.get("flashfreeze")
        with open(path, encoding="utf-8") as source:
            lines = source.read().count("\n")
        rows.append([name, lines, f"{ours * 1000:.1f}" if ours else "-",
                     *(ratio(taken.get(n), ours) for n in compilers if n != "flashfreeze")])
    print_table("Compile time, one module to .mpy or .pyc (starting taken off)",
                ["module", "lines", "flashfreeze, ms",
                 *(n + ", x" for n in compilers if n != "flashfreeze")], rows)
    rows = [[n, f"{s * 1000:.1f}"] for n, s in start.items() if s]
    print_table("Start-up with an empty file", ["tool", "ms"], rows)


def measure_starts(engines, work, tool, rounds):
    """Seconds that each engine takes for an empty program."""
    empty = Program.__new__(Program)
    empty.name, empty.path = "empty", os.path.join(work, "empty.py")
    empty.lua, empty.image = os.path.join(work, "empty.lua"), os.path.join(work, "e", "app.fzi")
    for path in (empty.path, empty.lua):
        with open(path, "w", encoding="utf-8"):
            pass
    manifest = os.path.join(work, "empty.yaml")
    with open(manifest, "w", encoding="utf-8") as out:
        out.write("flashfreeze: 1\nentry: empty\n")
    subprocess.run([tool, "build", manifest, "-o", os.path.dirname(empty.image)],
                   capture_output=True)
    found = medians({e.name: (lambda e=e: timed(e.line(empty, []))) for e in engines}, rounds)
    for engine in engines:
        engine.start = found[engine.name] or 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--heap", default=HEAP)
    parser.add_argument("--only", nargs="*", help="names of programs")
    options = parser.parse_args()
    tool = os.path.abspath(os.path.join(options.build, "flashfreeze"))
    names = options.only or sorted(f[:-3] for f in os.listdir(PROGRAMS) if f.endswith(".py"))
    with tempfile.TemporaryDirectory() as work:
        programs = [Program(name, work) for name in names]
        for program in programs:
            problem = freeze(tool, program, work, options.heap)
            if problem:
                print(f"{program.name}: {' '.join(problem)}", file=sys.stderr)
        engines = engines_of(tool, options.heap)
        measure_starts(engines, work, tool, options.rounds)
        print(f"{options.rounds} rounds; engines: {', '.join(e.name for e in engines)}")
        compare_speed(engines, programs, options.rounds)
        compare_memory(tool, programs)
        compare_compilers(tool, work, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
