#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The least RAM with which programs run: heap, Python stack and global variables.

    ram.py [--build DIRECTORY] [--only PROGRAM ...]
    ram.py [--build DIRECTORY] [--only PROGRAM ...] --micropython PATH

The runtime on the host has the layouts and allocates the bytes of a device. Without --micropython: the
programs of ram/, frozen without and with build-time execution (`preinit`). The last columns are the least
heap of MicroPython, frozen, for a program of the same content (32-bit, 1.29.0-preview; its heap holds its
Python stack), and how many times ours goes into it.

With it: the programs of programs/, beside the least heap of a MicroPython for 32 bits (unix port) in which
they are frozen as modules of their names, so that its compiler takes none of it.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAMS = os.path.join(HERE, "ram")
# Least heap of MicroPython in bytes, in steps of 16; 711 is the least that its option takes.
MICROPYTHON = {"hello": 711, "pipeline": 999, "classes": 4215, "queens": 999, "json_text": 1399,
               "tasks": 3623}
MODES = ["off", "auto"]
MOST_HEAP = 1 << 20
MOST_STACK = 1 << 16
LIMIT = 20  # seconds; a task that died is waited for
BENCHMARKS = os.path.join(HERE, "programs")
# How much each is to do: the larger sizes of the table of instructions in README.md.
SIZES = {"deltablue": 120, "fannkuch": 6, "generator_pipelines": 2000, "json_encoder": 40, "mandelbrot": 40,
         "nbody": 400, "nqueens": 6, "richards": 1500, "spectral_norm": 24, "word_count": 80}


class Image:
    """A frozen program; `expected` is what it prints."""

    def __init__(self, tool, name, mode, work):
        self.tool = tool
        self.arguments = [str(SIZES[name])] if name in SIZES else []
        folder = os.path.join(work, name + "-" + mode)
        os.makedirs(folder)
        manifest = os.path.join(folder, "flashfreeze.yaml")
        search = BENCHMARKS if name in SIZES else PROGRAMS
        with open(manifest, "w", encoding="utf-8") as out:
            out.write(f"flashfreeze: 1\nentry: {name}\nsearch: [{search}]\npreinit: {mode}\n")
        subprocess.run([tool, "build", manifest, "-o", folder], check=True, capture_output=True)
        self.path = os.path.join(folder, "app.fzi")
        whole = self.run(MOST_HEAP, MOST_STACK)
        self.expected = whole.stdout
        self.globals = int(re.search(r"globals: (\d+)", whole.stderr).group(1))

    def run(self, heap, stack):
        return subprocess.run([self.tool, "run", "--stats", "--heap", str(heap), "--stack", str(stack),
                               self.path, *self.arguments], capture_output=True, text=True, timeout=LIMIT)

    def fits(self, heap, stack):
        try:
            done = self.run(heap, stack)
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0 and done.stdout == self.expected


def least(fits, low, high, step=4):
    """The least multiple of `step` above `low`, at most `high`, that fits; `high` is known to."""
    while high - low > step:
        middle = (low + high) // 2 // step * step
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def measure(image):
    """(heap, stack): the stack just as deep as it must be, then the heap that is left to need."""
    stack = least(lambda size: image.fits(MOST_HEAP, size), 0, MOST_STACK)
    return least(lambda size: image.fits(size, stack), 0, MOST_HEAP), stack


def least_of_micropython(path, name):
    """Its least heap in bytes, in steps of its blocks, with which it prints what it prints with plenty."""
    def run(heap):
        try:
            done = subprocess.run([path, "-X", f"heapsize={heap}", "-m", name, str(SIZES[name])],
                                  capture_output=True, text=True, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return None
        return done.stdout if done.returncode == 0 else None
    expected = run(MOST_HEAP)
    if expected is None:
        sys.exit(f"{path} does not run {name}")
    return least(lambda heap: run(heap) == expected, 0, MOST_HEAP, 16)


def print_small(tool, names, work):
    print("| program | preinit | heap | stack | globals | RAM | MicroPython | x |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name in names:
        for mode in MODES:
            image = Image(tool, name, mode, work)
            heap, stack = measure(image)
            total = heap + stack + image.globals
            print(f"| {name} | {mode} | {heap} | {stack} | {image.globals} | {total} | "
                  f"{MICROPYTHON[name]} | {MICROPYTHON[name] / total:.2f} |", flush=True)


def print_benchmarks(tool, names, work, micropython):
    print("| program (size) | heap | stack | globals | RAM | MicroPython | x |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    ours = theirs = 0
    for name in names:
        image = Image(tool, name, "auto", work)
        heap, stack = measure(image)
        total = heap + stack + image.globals
        peer = least_of_micropython(micropython, name)
        ours, theirs = ours + total, theirs + peer
        print(f"| {name} ({SIZES[name]}) | {heap} | {stack} | {image.globals} | {total} | {peer} | "
              f"{peer / total:.2f} |", flush=True)
    print(f"| all | | | | {ours} | {theirs} | {theirs / ours:.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--only", nargs="*", choices=sorted({**MICROPYTHON, **SIZES}))
    parser.add_argument("--micropython", metavar="PATH")
    options = parser.parse_args()
    tool = os.path.abspath(os.path.join(options.build, "flashfreeze"))
    known = SIZES if options.micropython else MICROPYTHON
    names = [name for name in options.only or known if name in known]
    with tempfile.TemporaryDirectory() as work:
        if options.micropython:
            print_benchmarks(tool, names, work, options.micropython)
        else:
            print_small(tool, names, work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
