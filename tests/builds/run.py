#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Firmware's own builds: examples/blink with make and with CMake, out of an installed flashfreeze.

    run.py --build DIRECTORY

Each build must make a program that blinks, do nothing when nothing has changed, follow a change of
the Python source without compiling the runtime again, and compile it when the program needs more.
"""
import argparse
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLE = os.path.join(ROOT, "examples", "blink")
LIT, DARK = "#" * 5, "." * 5


class Failed(Exception):
    pass


def command(*line, **options):
    done = subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=300, **options)
    if done.returncode != 0:
        raise Failed(f"{' '.join(line)}\n{done.stdout}")
    return done.stdout


def demand(condition, text):
    if not condition:
        raise Failed(text)


class Project:
    """A copy of the example with the installed runtime; `made` is where its outputs are."""

    def __init__(self, folder, prefix, made, program, runtime_object):
        self.folder = folder
        self.runtime = os.path.join(prefix, "share", "flashfreeze", "runtime_stub")
        self.tool = os.path.join(prefix, "bin", "flashfreeze")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build"))
        self.made = os.path.join(folder, made)
        self.program = os.path.join(self.made, program)
        self.object = os.path.join(self.made, runtime_object)

    def build(self):
        raise NotImplementedError

    def is_done(self):
        raise NotImplementedError

    def prints(self, text):
        output = command(self.program)
        demand(output == text, f"printed {output!r}, not {text!r}")

    def edit(self, old, new, file="src/main.py"):
        path = os.path.join(self.folder, file)
        with open(path, encoding="utf-8") as source:
            text = source.read()
        demand(old in text, f"no {old!r} in {path}")
        with open(path, "w", encoding="utf-8") as source:
            source.write(text.replace(old, new))

    def compiled(self):
        return os.stat(self.object).st_mtime_ns

    def check(self):
        lines = self.build().splitlines()
        fast = [line for line in lines if "-c" in line and " -O1 " in line]
        demand([line for line in fast if "vm/interp.c" in line], "the loop is not compiled for speed")
        demand(not [line for line in fast if "vm/api.c" in line], "all is compiled for speed")
        self.prints(3 * (LIT + DARK))
        demand(self.is_done(), "builds again what is there")
        before = self.compiled()
        self.edit("blink(6)", "blink(4)")
        self.build()
        self.prints(2 * (LIT + DARK))
        demand(self.compiled() == before, "compiled the runtime again for a change of a number")
        demand(self.is_done(), "builds again after a change")
        self.edit("blink(4)", "blink(4)\nprint({'a': 1.5})")
        self.edit("heap: 160, stack: 128", "heap: 2K, stack: 512", "flashfreeze.yaml")
        self.build()
        self.prints(2 * (LIT + DARK) + "{'a': 1.5}\n")
        demand(self.compiled() > before, "the runtime is that of the smaller program")


class Make(Project):
    def __init__(self, folder, prefix):
        super().__init__(folder, prefix, "build", "blink", "frozen/vm/interp.o")

    def line(self, *more):
        return ["make", "-j2", "CFLAGS=-O0", "FZ_SPEED=-O1", "RUNTIME=" + self.runtime,
                "FLASHFREEZE=" + self.tool, *more]

    def build(self):
        return command(*self.line(), cwd=self.folder)

    def is_done(self):
        return "-o" not in command(*self.line(), cwd=self.folder)  # neither the tool nor a compiler


class CMake(Project):
    def __init__(self, folder, prefix):
        super().__init__(folder, prefix, "made", "blink",
                         "CMakeFiles/frozen.dir" + os.path.join(
                             prefix, "share", "flashfreeze", "runtime_stub", "vm", "interp.c.o"))
        self.edit("flashfreeze.yaml)", "flashfreeze.yaml SPEED -O1)", "CMakeLists.txt")
        command("cmake", "-G", "Ninja", "-S", folder, "-B", self.made, "-DCMAKE_BUILD_TYPE=Debug",
                "-DRUNTIME=" + self.runtime)

    def build(self):
        return command("ninja", "-v", "-C", self.made)

    def is_done(self):
        return "no work to do" in command("ninja", "-C", self.made)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    build = os.path.abspath(parser.parse_args().build)
    work = os.path.join(build, "builds")
    passed = failed = 0
    try:
        command("meson", "install", "--no-rebuild", "-C", build, "--destdir",
                os.path.join(work, "installed"))
        found = command("find", os.path.join(work, "installed"), "-path", "*/bin/flashfreeze")
        prefix = os.path.dirname(os.path.dirname(found.strip()))
    except Failed as failure:
        print(f"FAILED install: {failure}\n0 passed, 1 failed")
        return 1
    for kind in (Make, CMake):
        name = kind.__name__.lower()
        try:
            kind(os.path.join(work, name), prefix).check()
            passed += 1
        except (Failed, OSError, subprocess.SubprocessError) as failure:
            print(f"FAILED {name}: {failure}")
            failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
