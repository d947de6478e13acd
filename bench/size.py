#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Code size of the runtime for small cores, -Os: tables by folder and file, and by program.

    size.py [--build DIRECTORY] [--files] [--update]

By folder: whole objects, before the linker drops what a program does not use. By program: flash of
the linked firmware of examples, with the whole runtime and with one built for the program alone
(FZ_NEEDS); code is what is left without the image. --update writes both tables into docs/porting.md.
"""
import argparse
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests", "firmware"))
sys.dont_write_bytecode = True
import images  # noqa: E402 (found through the line above)

PORTING = os.path.join(ROOT, "docs", "porting.md")
MARKS = ("<!-- made by ./dev size --update -->", "<!-- end -->")
EXAMPLES = ["blink", "morse", "sensor_node"]
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


def row(name, sizes):
    return f"| {name:<31} |" + "".join(f" {size:>13} |" for size in sizes)


def head(first, columns):
    return [row(first, columns), "|" + "-" * 33 + "|" + ("-" * 14 + ":|") * len(columns)]


def totals(rows):
    return [sum(column) for column in zip(*rows)]


def folder_table(table, files):
    lines = head("bytes, -Os", [target.name for target in TARGETS])
    for folder, sizes in table.items():
        lines.append(row(f"{folder}/", totals(sizes.values())))
        if files:
            lines += [row(f"  {name}", size)
                      for name, size in sorted(sizes.items(), key=lambda item: -item[1][0])]
    lines.append(row("all", totals(totals(sizes.values()) for sizes in table.values())))
    return lines


# How the firmware of a program is built: label, whether the runtime is for it alone, whether exceptions
# have messages, further flags.
BUILDS = [
    ("whole runtime", False, True, []),
    ("built for it", True, True, []),
    ("the same, -flto", True, True, ["-flto"]),
    ("no messages, -flto", True, False, ["-flto"]),
]
# The variants of their manifests for that, if not the default: with messages, without.
VARIANTS = {"blink": ("debug", None)}


def linked(build, name, label, needs, talks, flags):
    """(bytes of flash, of the image, of static RAM) of an example on a Cortex-M0+."""
    example = os.path.join(ROOT, "examples", name)
    directory = os.path.join(build, "size", name, label.translate(str.maketrans(" ", "_", ",")))
    variant = VARIANTS.get(name, (None, "small"))[0 if talks else 1]
    app = images.freeze(os.path.join(build, "flashfreeze"),
                        os.path.join(example, "flashfreeze.yaml"), directory, variant)
    header = os.path.join(directory, "app_needs.h") if needs else None
    target = images.with_flags(images.CORTEX_M0PLUS, *flags)
    builder = images.Builder(target, directory, needs=header)
    firmware = os.path.join(example, "firmware")
    sources = [os.path.join(firmware, f) for f in sorted(os.listdir(firmware)) if f.endswith(".c")]
    whole = builder if needs else images.Builder(target, os.path.join(build, "size"))
    objects = whole.runtime() + [builder.compile(f, [directory]) for f in [app, *sources]]
    flash, ram = images.flash_and_ram(builder.sections(builder.link(name, objects, ["RAM_LEN=64K"])))
    return flash, os.path.getsize(os.path.join(directory, "app.fzi")), ram


def program_table(build):
    lines = head("Cortex-M0+, linked, -Os", ["flash", "image", "code", "static RAM"])
    for name in EXAMPLES:
        for label, *how in BUILDS:
            flash, image, ram = linked(build, name, label, *how)
            lines.append(row(f"{name}, {label}", [flash, image, flash - image, ram]))
    return lines


def update(lines):
    with open(PORTING, encoding="utf-8") as file:
        before, rest = file.read().split(MARKS[0], 1)
    after = rest.split(MARKS[1], 1)[1]
    with open(PORTING, "w", encoding="utf-8") as file:
        file.write("\n".join([before + MARKS[0], *lines, MARKS[1] + after]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--files", action="store_true", help="show every file")
    parser.add_argument("--update", action="store_true", help="write the tables into docs/porting.md")
    options = parser.parse_args()
    build = os.path.abspath(options.build)
    try:
        table = measure(build)
        programs = program_table(build)
    except images.Failed as failure:
        sys.exit(str(failure))
    print("\n".join([*folder_table(table, options.files), "", *programs]))
    if options.update:
        update([*folder_table(table, False), "", *programs])
    return 0


if __name__ == "__main__":
    sys.exit(main())
