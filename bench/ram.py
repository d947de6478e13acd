#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The least RAM with which the programs of ram/ run: heap, Python stack and global variables.

    ram.py [--build DIRECTORY] [--only PROGRAM ...]

Each program is frozen without and with build-time execution (`preinit`). The runtime on the host has
the layouts and allocates the bytes of a device. The last columns are the least heap of MicroPython,
frozen, for a program of the same content (32-bit, 1.29.0-preview; its heap holds its Python stack),
and how many times ours goes into it.
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


class Image:
    """A frozen program; `expected` is what it prints."""

    def __init__(self, tool, name, mode, work):
        self.tool = tool
        folder = os.path.join(work, name + "-" + mode)
        os.makedirs(folder)
        manifest = os.path.join(folder, "flashfreeze.yaml")
        with open(manifest, "w", encoding="utf-8") as out:
            out.write(f"flashfreeze: 1\nentry: {name}\nsearch: [{PROGRAMS}]\npreinit: {mode}\n")
        subprocess.run([tool, "build", manifest, "-o", folder], check=True, capture_output=True)
        self.path = os.path.join(folder, "app.fzi")
        whole = self.run(1 << 20, 1 << 16)
        self.expected = whole.stdout
        self.globals = int(re.search(r"globals: (\d+)", whole.stderr).group(1))

    def run(self, heap, stack):
        return subprocess.run([self.tool, "run", "--stats", "--heap", str(heap), "--stack", str(stack),
                               self.path], capture_output=True, text=True, timeout=2)

    def fits(self, heap, stack):
        try:
            done = self.run(heap, stack)
        except subprocess.TimeoutExpired: # a task that died is waited for
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
    stack = least(lambda size: image.fits(1 << 20, size), 0, 1 << 16)
    return least(lambda size: image.fits(size, stack), 0, 1 << 20), stack


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--only", nargs="*", choices=sorted(MICROPYTHON))
    options = parser.parse_args()
    tool = os.path.abspath(os.path.join(options.build, "flashfreeze"))
    print("| program | preinit | heap | stack | globals | RAM | MicroPython | x |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as work:
        for name in options.only or MICROPYTHON:
            for mode in MODES:
                image = Image(tool, name, mode, work)
                heap, stack = measure(image)
                total = heap + stack + image.globals
                print(f"| {name} | {mode} | {heap} | {stack} | {image.globals} | {total} | "
                      f"{MICROPYTHON[name]} | {MICROPYTHON[name] / total:.2f} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
