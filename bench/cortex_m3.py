#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Instructions that the benchmark programs take on an emulated Cortex-M3, counted by a QEMU plugin.

    cortex_m3.py [--build DIRECTORY] [--only PROGRAM ...] [--level -Os] [--speed -O2] [--define NAME=VALUE ...]
                 [--peer IMAGE]

Floats are of 32 bits, as in that firmware. Of each program the difference of two sizes is told, so that
starting is taken off. --speed is the level of the runtime's hot sources. --peer is a build of MicroPython's qemu port with the programs frozen, which runs the frozen module e_PROGRAM_0.py
(small) or e_PROGRAM_1.py that its semihosting command line names, and exits.
"""
import argparse
import math
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAMS = os.path.join(HERE, "programs")
sys.path.insert(0, os.path.join(ROOT, "tests", "firmware"))
sys.dont_write_bytecode = True
import images  # noqa: E402 (found through the line above)

SIZES = {"deltablue": (20, 60), "fannkuch": (4, 6), "generator_pipelines": (60, 600),
         "json_encoder": (6, 20), "mandelbrot": (8, 20), "nbody": (20, 100), "nqueens": (4, 6),
         "richards": (100, 500), "spectral_norm": (6, 12), "word_count": (6, 30)}
MAIN = os.path.join(ROOT, "tests", "firmware", "needs_main.c")
COUNT = re.compile(r"instructions: (\d+)")


def compile_plugin(work):
    plugin = os.path.join(work, "insns.so")
    images.command(["cc", "-O2", "-fPIC", "-shared", "-o", plugin, os.path.join(HERE, "insns.c")])
    return plugin


def count(plugin, image, arguments=""):
    """(instructions, console output) of an image."""
    console = os.path.join(os.path.dirname(plugin), "console")
    log = os.path.join(os.path.dirname(plugin), "log")
    config = "enable=on,target=native,chardev=out" + arguments
    line = ["qemu-system-arm", "-M", "mps2-an385", "-display", "none", "-monitor", "none", "-serial",
            "file:" + console, "-chardev", "file,id=out,path=" + console + ".semi", "-semihosting-config",
            config, "-plugin", plugin, "-d", "plugin", "-D", log, "-kernel", image]
    subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, timeout=600, check=False)
    output = ""
    for path in (console + ".semi", console):
        with open(path, encoding="utf-8", errors="replace") as text:
            output += text.read()
    with open(log, encoding="utf-8") as text:
        return int(COUNT.search(text.read()).group(1)), output


def alike(ours, theirs):
    """Whether lines are the same, but for the order of what is in braces (MicroPython's dicts have
    none) and the last digits of numbers (its floats have 30 bits)."""
    rough = [[re.sub(r"\d{4}\d+", "n", "".join(sorted(line)) if "{" in line else re.sub(r"(\.\d{4})\d+", r"\1", line))
              for line in text.split("\n")] for text in (ours, theirs)]
    return rough[1][:len(rough[0]) - 1] == rough[0][:-1]


class Runtime:
    """Firmware with the whole runtime."""

    def __init__(self, tool, directory, level, speed, defines):
        target = images.CORTEX_M3
        flags = [level if f == "-Os" else f for f in target.flags]
        self.tool = tool
        self.directory = directory
        self.builder = images.Builder(
            images.Target(target.name, target.compiler, flags, target.port, (), target.script, target.qemu),
            directory, defines=defines, speed=[speed] if speed else [])
        self.objects = self.builder.runtime()

    def image(self, name, size, work):
        folder = os.path.join(work, f"{name}_{size}")
        os.makedirs(folder)
        with open(os.path.join(folder, "start.py"), "w", encoding="utf-8") as out:
            out.write(f"import sys\nsys.argv[:] = ['', '{size}']\nimport {name}\n")
        manifest = os.path.join(folder, "flashfreeze.yaml")
        with open(manifest, "w", encoding="utf-8") as out:
            out.write(f"flashfreeze: 1\nentry: start\nsearch: [., {PROGRAMS}]\npreinit: off\n"
                      "runtime: {heap: 136K, stack: 8K, float: 32}\n")
        app = images.freeze(self.tool, manifest, folder)
        errno = os.path.join(folder, "errno.c") # what newlib's libm reports to
        with open(errno, "w", encoding="utf-8") as out:
            out.write("int *__errno(void);\nint *__errno(void)\n{\n    static int number;\n    return &number;\n}\n")
        objects = [self.builder.compile(file, [folder], [f"PROGRAM_{name}_{size}"])
                   for file in (app, MAIN, errno)]
        return self.builder.link(f"{name}_{size}", [*self.objects, *objects, "-lm"], ["RAM_LEN=1M", "STACK_LEN=8K"], guard=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--only", nargs="*", choices=sorted(SIZES), default=sorted(SIZES))
    parser.add_argument("--level", default="-Os")
    parser.add_argument("--speed", choices=["-O1", "-O2", "-O3"])
    parser.add_argument("--define", nargs="*", default=[])
    parser.add_argument("--peer")
    options = parser.parse_args()
    build = os.path.abspath(options.build)
    runtime = Runtime(os.path.join(build, "flashfreeze"),
                      os.path.join(build, "cortex-m3" + options.level + (options.speed or "") + "".join(options.define)),
                      options.level, options.speed, options.define)
    ratios = []
    with tempfile.TemporaryDirectory() as work:
        plugin = compile_plugin(work)
        print("| program (sizes) | flashfreeze, millions | MicroPython |\n| --- | ---: | ---: |")
        for name in options.only:
            sizes = SIZES[name]
            ours = [count(plugin, runtime.image(name, size, work)) for size in sizes]
            taken = ours[1][0] - ours[0][0]
            shown = ""
            if options.peer:
                theirs = [count(plugin, options.peer, f",arg=x,arg=e_{name}_{i}.py") for i in range(2)]
                same = all(alike(o[1], t[1].replace("\r", "")) for t, o in zip(theirs, ours))
                ratios.append((theirs[1][0] - theirs[0][0]) / taken)
                shown = f"{ratios[-1]:.2f}" if same else "other output"
                if not same:
                    print(ours, theirs, file=sys.stderr)
            print(f"| {name} {sizes} | {taken / 1e6:.2f} | {shown} |", flush=True)
    if ratios:
        print(f"| geometric mean | | {math.exp(sum(map(math.log, ratios)) / len(ratios)):.2f} |")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except images.Failed as problem:
        print(f"cortex_m3.py: {problem}", file=sys.stderr)
        sys.exit(1)
