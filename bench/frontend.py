#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How fast the compiler is: parsing beside CPython's ast.parse, source to object beside mpy-cross.

    frontend.py [--build DIRECTORY] [--mpy-cross PATH] [FILE.py ...]

Times are user and system time of one core. A tool that takes one file a process is given each file
by itself, and what it takes for an empty file is subtracted. Files that a tool refuses are left out
for all. Without --mpy-cross those rows are missing. The default files are the modules of CPython's
library; beside them a file of 1, 2, 4 and 8 MB each is made of them, to see that time is linear.
"""
import argparse
import ast
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import warnings

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIBRARY = pathlib.Path("/usr/lib/python3.11")
REPEAT = 3


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def seconds(commands):
    """The least that running all the commands took; None when one fails."""
    best = None
    for _ in range(REPEAT):
        before = spent()
        for command in commands:
            if subprocess.run(command, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode:
                return None
        best = min(best or 1e9, spent() - before)
    return best


def one_by_one(command, files, empty):
    """Seconds for the files, a process each, less what as many empty files take."""
    whole = seconds([command + [file] for file in files])
    return whole - seconds([command + [empty]] * len(files))


def parse_time(files):
    texts = [pathlib.Path(file).read_bytes() for file in files]
    best = None
    for _ in range(REPEAT):
        start = time.process_time()
        for text in texts:
            ast.parse(text)
        best = min(best or 1e9, time.process_time() - start)
    return best


def accepted(command, files):
    return [file for file in files if subprocess.run(command + [file], stdout=subprocess.DEVNULL,
                                                     stderr=subprocess.DEVNULL).returncode == 0]


def line_count(files):
    return sum(pathlib.Path(file).read_bytes().count(b"\n") for file in files)


def row(name, lines, taken, base):
    print("| %s | %.2f | %.2f | %.1f |" % (name, taken, lines / taken / 1e6, base / taken))


def compare_parsers(tool, files):
    lines = line_count(files)
    print("\nParsing %d files, %d lines:\n" % (len(files), lines))
    print("| | seconds | million lines/s | ratio |\n| --- | --- | --- | --- |")
    base = parse_time(files)
    row("CPython %d.%d `ast.parse`" % sys.version_info[:2], lines, base, base)
    row("flashfreeze, parse", lines, seconds([[tool, "ast", "--quiet", *files]]), base)
    row("flashfreeze, parse, names and warnings", lines,
        seconds([[tool, "check", "--alone", *files]]), base)


def compare_compilers(tool, mpy_cross, files, scratch):
    empty = scratch / "empty.py"
    empty.write_text("")
    output = ["-o", str(scratch / "out.mpy")]
    ours = [tool, "mpy-cross", *output]
    theirs = [mpy_cross, *output]
    files = accepted(theirs, accepted(ours, accepted([tool, "ir", "--quiet"], files)))
    lines = line_count(files)
    print("\nSource to object, %d files, %d lines:\n" % (len(files), lines))
    print("| | seconds | million lines/s | ratio |\n| --- | --- | --- | --- |")
    base = one_by_one(theirs, files, str(empty))
    row("mpy-cross", lines, base, base)
    row("flashfreeze, to .mpy", lines, one_by_one(ours, files, str(empty)), base)
    everything = scratch / "everything"
    everything.mkdir()
    for file in files:
        (everything / pathlib.Path(file).name).write_bytes(pathlib.Path(file).read_bytes())
    row("flashfreeze, to .mpy, one process", lines,
        seconds([[tool, "compile", str(everything), "-o", str(scratch / "made")]]), base)
    row("flashfreeze, to IR", lines, seconds([[tool, "ir", "--quiet", *files]]), base)


def check_linear(tool, files, scratch):
    print("\nOne file, parse, names and warnings:\n")
    print("| MB | seconds | MB/s | peak MB |\n| --- | --- | --- | --- |")
    pieces = [pathlib.Path(file).read_text() + "\n" for file in files
              if b"__future__" not in pathlib.Path(file).read_bytes()]
    for size in (1, 2, 4, 8):
        text = []
        while sum(map(len, text)) < size << 20:
            text.append(pieces[len(text) % len(pieces)])
        path = scratch / "large.py"
        path.write_text("".join(text))
        taken = seconds([[tool, "check", "--alone", str(path)]])
        run = subprocess.run(["/usr/bin/env", "python3", "-c", """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)""", tool, "check", "--alone",
                              str(path)], stdout=subprocess.PIPE, check=True)
        bytes_count = path.stat().st_size / (1 << 20)
        print("| %.1f | %.2f | %.0f | %d |" % (bytes_count, taken, bytes_count / taken,
                                              int(run.stdout) >> 10))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--mpy-cross", help="MicroPython's compiler")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    tool = str(options.build.resolve() / "flashfreeze")
    files = options.files or sorted(str(path) for path in LIBRARY.glob("*.py"))
    compare_parsers(tool, files)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        if options.mpy_cross:
            compare_compilers(tool, options.mpy_cross, files, scratch)
        check_linear(tool, files, scratch)


if __name__ == "__main__":
    main()
