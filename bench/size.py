#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Code size of the runtime for small cores: a table by folder and file.

    size.py [--build DIRECTORY] [--files]

Sizes are of whole objects, -Os, before the linker drops what a program does not use.
"""
import argparse
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests", "firmware"))
sys.dont_write_bytecode = True
import images  # noqa: E402 (found through the line above)

TARGETS = [images.CORTEX_M0PLUS, images.CORTEX_M3, images.RV32]


def code_size(sections):
    """Bytes of flash that an object's code and constants take."""
    return sum(n for s, n in sections.items() if s.startswith((".text", ".rodata", ".srodata",
                                                               ".data.rel.ro", ".ARM.ex")))


def measure(build):
    """{folder: {file: [bytes per target]}} in the order of the sources."""
    table = {}
    for position, target in enumerate(TARGETS):
        builder = images.Builder(target, os.path.join(build, "size"))
        for source, file in zip(images.runtime_sources(), builder.runtime()):
            folder, name = os.path.split(os.path.relpath(source, images.RUNTIME))
            row = table.setdefault(folder, {}).setdefault(name, [0] * len(TARGETS))
            row[position] = code_size(builder.sections(file))
    return table


def print_row(name, sizes):
    print(f"| {name:<28} |" + "".join(f" {size:>13} |" for size in sizes))


def totals(rows):
    return [sum(column) for column in zip(*rows)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--files", action="store_true", help="show every file")
    options = parser.parse_args()
    try:
        table = measure(os.path.abspath(options.build))
    except images.Failed as failure:
        sys.exit(str(failure))
    print_row("bytes, -Os", [target.name for target in TARGETS])
    print("|" + "-" * 30 + "|" + ("-" * 14 + ":|") * len(TARGETS))
    for folder, files in table.items():
        print_row(f"{folder}/", totals(files.values()))
        if options.files:
            for name, sizes in sorted(files.items(), key=lambda item: -item[1][0]):
                print_row(f"  {name}", sizes)
    print_row("all", totals(totals(files.values()) for files in table.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
