#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""RAM after boot with and without build-time execution, for a program that imports modules.

    preinit_ram.py --tool build/flashfreeze --search DIR [--search DIR ...] MODULE ...

Makes a program that imports the modules and prints what is in use then. Prints bytes of heap and global
variables (without the VM's registers) for `off` and `auto`, the size of both images, how long
a build takes, and every word of RAM that is left with its reason. A module that does not compile alone is left out
and named.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time

MAIN = "import gc\ngc.collect()\nprint('in use', gc.mem_alloc())\n"


# With --all every name can be asked for at run time, so nothing is dropped by name.
def ask(modules):
    return (f"import sys\nfound = [{', '.join(modules)}]\n"
            "def look(module, name):\n    return getattr(module, name)\n"
            "print(look(found[0], '__na' + 'me__'[:len(found) + 4]), len(sys.argv))\n")


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, timeout=120)


class Program:
    def __init__(self, tool, folder, search, modules, every=False):
        self.tool, self.manifest = tool, os.path.join(folder, "app.yaml")
        main = "".join(f"import {module}\n" for module in modules) + (every and ask(modules) or "") + MAIN
        pathlib.Path(folder, "main.py").write_text(main)
        paths = ", ".join(json.dumps(os.path.abspath(path)) for path in search)
        pathlib.Path(self.manifest).write_text(
            f"flashfreeze: 1\nname: ram\nentry: main\nsearch: [., {paths}]\n"
            "runtime: {heap: 4M, stack: 64K}\n")
        self.out = os.path.join(folder, "out")

    def check(self):
        return run(self.tool, "build", self.manifest, "-o", self.out)

    def problem(self):
        """Why the program does not run, or nothing."""
        done = run(self.tool, "run", self.manifest, "--preinit", "off")
        lines = done.stderr.splitlines() + done.stdout.splitlines()
        found = [line for line in lines if "error[" in line or re.match(r"\w*Error", line)]
        return re.sub(r" \(searched.*| \S*/(?=\w+\.py)", "", found[0] if found else "?") if done.returncode else ""

    def measure(self, mode):
        done = run(self.tool, "run", self.manifest, "--preinit", mode, "--stats")
        text = done.stdout + done.stderr
        used = re.search(r"in use (\d+)", text)
        words = re.search(r"globals: (\d+)", text)
        if done.returncode or not used or not words:
            raise SystemExit(f"run --preinit {mode}: status {done.returncode}\n{text[-1500:]}")
        report = json.loads(run(self.tool, "report", self.manifest, "--preinit", mode, "--format",
                                "json").stdout)
        return int(used[1]) + int(words[1]) - report["ram"]["registers"], report

    def build_time(self):
        times = []
        for _ in range(5):
            start = time.perf_counter()
            self.check()
            times.append(time.perf_counter() - start)
        return min(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", default="build/flashfreeze")
    parser.add_argument("--search", action="append", default=[])
    parser.add_argument("--all", action="store_true", help="drop nothing by name")
    parser.add_argument("modules", nargs="+")
    options = parser.parse_args()
    tool = os.path.abspath(options.tool)
    with tempfile.TemporaryDirectory() as folder:
        good = []
        for module in options.modules:
            problem = Program(tool, folder, options.search, [module]).problem()
            if problem:
                print(f"left out: {module}: {problem}")
            else:
                good.append(module)
        program = Program(tool, folder, options.search, good, options.all)
        off, report_off = program.measure("off")
        auto, report = program.measure("auto")
        print(f"{len(good)} modules: {' '.join(good)}")
        print(f"RAM after boot: off {off}, auto {auto} bytes ({100 * auto / off:.1f} %)")
        print(f"image: off {report_off['flash']}, auto {report['flash']} bytes; "
              f"build {1000 * program.build_time():.0f} ms")
        for word in report["ram"]["words"]:
            print(f"  4 bytes: {word['module']}.{word['name']}: {word['why']}")


if __name__ == "__main__":
    main()
