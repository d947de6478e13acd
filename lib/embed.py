#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the library's sources as a C table (compiler/base/library.h), so that the tool is one file.

usage: embed.py ROOT OUTPUT FILE...   (the table has paths relative to ROOT, in order)

A module that looks attributes up by names that are neither constants of its own nor of the program
says so with a line `# names: open`; the linker then keeps every method of every class.
"""
import os
import sys


def rows(data, width=24):
    for start in range(0, len(data), width):
        yield ",".join(map(str, data[start:start + width])) + ","


def main():
    root, output, *files = sys.argv[1:]
    files = sorted(os.path.relpath(path, root).replace(os.sep, "/") for path in files)
    lines = ["// Made by lib/embed.py.", '#include "base/library.h"']
    table = []
    for number, path in enumerate(files):
        with open(os.path.join(root, path), "rb") as source:
            data = source.read()
        lines.append(f"static const unsigned char text{number}[] = {{")
        lines.extend(rows(data + b"\0"))
        lines.append("};")
        opens = int(b"# names: open" in data.splitlines())
        table.append(f'    {{"{path}", (const char *)text{number}, {len(data)}, {opens}}},')
    lines += ["const LibraryFile library_files[] = {", *table, "};",
              f"const unsigned library_count = {len(files)};"]
    with open(output, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
