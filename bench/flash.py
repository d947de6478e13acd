#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Flash and RAM of whole firmware for a Cortex-M0, run in QEMU, beside MicroPython's least firmware.

    flash.py [--build DIRECTORY] [--only PROGRAM ...]

Each program of ram/, and the example blink, is linked with a runtime built for it alone and -flto: with
messages of exceptions (blink's variant `debug`), and without (blink as it is). Heap and stack are the least with which it runs
(ram.py, and a little more where code compiled for size needs it); the run in QEMU, with just that RAM, must print what the host prints. RAM is all static data:
the VM's state, registers, global variables, heap and Python stack; the C stack is not part of it.
"""
import argparse
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path[:0] = [os.path.join(ROOT, "tests", "firmware"), HERE]
sys.dont_write_bytecode = True
import images  # noqa: E402 (found through the line above)
import ram  # noqa: E402

SMALL = "strip: {messages: true, classes: true, lines: none}"
# MicroPython's smallest frozen-only firmware for the same core: flash without a program, static RAM; its heap is
# as ram.py has it.
PEER_FLASH, PEER_STATIC = 46740, 420
BLINK = os.path.join(ROOT, "examples", "blink")


def manifest_of(name, heap, stack, strip, folder):
    path = os.path.join(folder, "flashfreeze.yaml")
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"flashfreeze: 1\nname: {name}\nentry: {name}\nsearch: [{ram.PROGRAMS}]\n"
                  f"runtime: {{heap: {heap}, stack: {stack}}}\n{strip}\n")
    return path


def firmware(tool, manifest, variant, folder, sources, name):
    """(flash, image, static RAM, what it prints in QEMU)"""
    app = images.freeze(tool, manifest, folder, variant)
    target = images.with_flags(images.CORTEX_M0, "-flto")
    builder = images.Builder(target, folder, needs=os.path.join(folder, "app_needs.h"))
    objects = builder.runtime() + [builder.compile(f, [folder]) for f in [app, *sources]]
    elf = builder.link(name, objects)
    flash, static = images.flash_and_ram(builder.sections(elf))
    status, output = builder.run(elf)
    if status != 0:
        raise images.Failed(f"{name}: status {status}\n{output}")
    return flash, os.path.getsize(os.path.join(folder, "app.fzi")), static, output


def measure(tool, name, strip, work):
    folder = tempfile.mkdtemp(dir=work)
    if name == "blink":
        sources = [os.path.join(BLINK, "firmware", f) for f in ("main.c", "board.c")]
        return firmware(tool, os.path.join(BLINK, "flashfreeze.yaml"), None if strip else "debug", folder,
                        sources, name)
    least = tempfile.mkdtemp(dir=work)
    image = ram.Image(tool, name, "auto", least)
    heap, stack = ram.measure(image)
    for more in (0, 16, 32, 64, 128, 256, 512):
        manifest = manifest_of(name, heap + more, stack + more, strip, folder)
        try:
            row = firmware(tool, manifest, None, folder, [os.path.join(BLINK, "firmware", "main.c")], name)
            if row[3] == image.expected:
                return row
        except images.Failed as failure: # code for size lacks short ways that take less
            last = str(failure)
    raise images.Failed(f"{name}: {last}")


def main():
    names = ["blink", "hello", "queens", "pipeline", "classes"]
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--only", nargs="*", choices=names)
    options = parser.parse_args()
    tool = os.path.abspath(os.path.join(options.build, "flashfreeze"))
    print("| program | flash | of it image | flash, small | of it image | RAM | MicroPython: flash | RAM |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as work:
        for name in options.only or names:
            whole = measure(tool, name, "", work)
            small = measure(tool, name, SMALL, work)
            peer = f"{PEER_STATIC + ram.MICROPYTHON[name]}" if name in ram.MICROPYTHON else ""
            print(f"| {name} | {whole[0]} | {whole[1]} | {small[0]} | {small[1]} | {whole[2]} | "
                  f"{PEER_FLASH} | {peer} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
