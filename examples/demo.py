#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The demonstration: freezes examples/sensor_node into const C arrays, links them with the runtime
that this program needs into a host program and into a bare-metal image for a Cortex-M3 board, runs
both, and compares.
"""
import argparse
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests", "firmware"))
sys.dont_write_bytecode = True
import images  # noqa: E402 (found through the line above)

EXAMPLE = os.path.join(ROOT, "examples", "sensor_node")
SETTINGS = ["RAM_LEN=8K", "STACK_LEN=1792"]


def make_image(builder, app):
    folder = os.path.dirname(app)
    objects = builder.runtime() + builder.compile_all(
        [app, os.path.join(EXAMPLE, "firmware", "main.c")], [folder])
    return builder.link("sensor_node", objects, SETTINGS)


def step(text):
    print(f"\n\033[1m== {text}\033[0m" if sys.stdout.isatty() else f"\n== {text}", flush=True)


def shown(path):
    return os.path.relpath(path, ROOT)


def figures(output, line):
    found = re.search(rf"^{line}: (.*)$", output, re.MULTILINE)
    return found.group(1) if found else "none"


def demonstrate(build):
    tool, directory = os.path.join(build, "flashfreeze"), os.path.join(build, "demo")
    manifest = os.path.join(EXAMPLE, "flashfreeze.yaml")
    step(f"flashfreeze build {shown(manifest)}")
    out = os.path.join(directory, "sensor_node")
    os.makedirs(out, exist_ok=True)
    print(images.command([tool, "build", manifest, "-o", out], cwd=ROOT), end="")
    app = os.path.join(out, "app.c")
    print(f"{shown(app)}: {os.path.getsize(app)} bytes of C")
    results = []
    for target, what in ((images.HOST, "host"), (images.CORTEX_M3, "Cortex-M3 under QEMU")):
        step(f"linked with runtime_stub and run: {what}")
        builder = images.Builder(target, directory, needs=os.path.join(out, "app_needs.h"))
        image = make_image(builder, app)
        status, output = builder.run(image)
        results.append((target, builder, image, status, output))
        print(output if not results[1:] else "\n".join(output.splitlines()[-2:]))
        if status != 0:
            print(f"status {status}")
            return 1
    step("compared")
    (_, _, _, _, host), (target, builder, image, _, board) = results
    same = [re.sub(r"^board:.*\n?", "", text, flags=re.MULTILINE) for text in (host, board)]
    if same[0] != same[1]:
        print("the outputs DIFFER")
        return 1
    sections = builder.sections(image)
    flash, static = images.flash_and_ram(sections)
    generated = builder.sections(builder.compile(app, [out]))
    frozen = sum(n for s, n in generated.items() if s.startswith(".rodata"))
    stack = sections.get(".stack", 0)
    used = re.search(r"C stack (\d+)", figures(board, "board")).group(1)
    print(f"same output, same heap peak: {figures(board, 'memory')}")
    print(f"flash: {flash} bytes, of them {frozen} for the Python program and {flash - frozen} for "
          f"the runtime and the board's start-up")
    print(f"RAM:   {static + stack} bytes of 8192 reserved: {static} for the Python heap, stack and "
          f"globals with the runtime's state, {stack} for the C stack ({used} used)")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    options = parser.parse_args()
    try:
        return demonstrate(os.path.abspath(options.build))
    except images.Failed as failure:
        print(failure)
        return 1


if __name__ == "__main__":
    sys.exit(main())
