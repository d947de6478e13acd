#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs/optimiser.md is what the optimiser does: for each row of the pass tables, a snippet
(golden/opt/PASS.py), the code of its function without and with the pass, and what is saved; then
the size of every benchmark and of all conformance scripts with all passes off and on.

usage: run_opt.py --build BUILD [--update]

The check compares all but figures, which change with the runtime; --update writes the page.
"""
import argparse
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CASES = HERE / "opt"
PAGE = ROOT / "docs" / "optimiser.md"
MARK = "<!-- what follows is written by tests/golden/run_opt.py -->\n"
TABLES = ["compiler/opt/passes.def", "compiler/codegen/ir_passes.def",
          "compiler/link/link_passes.def"]
MICROPYTHON = {"const"}  # passes that other targets do not have; tests/micropython shows them
ROW = re.compile(r'^(?:IR_|LINK_)?PASS\((\w+),[^"]*"([^"]*)"\)', re.MULTILINE)
INSTRUCTION = re.compile(r"\s+(?:\d+)? *>? +\d+  (?:[0-9a-f]{2} )+ +(\w+) *(?:\d+ )?(.*)")


def rows():
    """Name and meaning of every pass."""
    return [row for table in TABLES for row in ROW.findall((ROOT / table).read_text())]


def comment_of(name):
    """The comment that opens the file of a pass: why it is right."""
    for folder, prefix in (("opt", ""), ("codegen", "ir_"), ("link", "")):
        path = ROOT / "compiler" / folder / f"{prefix}{name}.c"
        if path.exists():
            lines = path.read_text().split("\n")[1:]
            text = []
            for line in lines:
                if not line.startswith("//"):
                    break
                text.append(line[3:])
            return re.sub(r"^Pass `\w+`[^.]*\. ", "", "\n".join(text))
    return ""


class Image:
    """What `flashfreeze dis` says of a program."""

    def __init__(self, tool, path, without=None, search=()):
        command = [tool, "dis", path.name]
        for place in search:
            command += ["--search", place]
        if without:
            command += ["--without", without]
        done = subprocess.run(command, cwd=path.parent, capture_output=True, text=True,
                              errors="replace")
        self.is_good = done.returncode == 0
        if not self.is_good:
            self.errors = done.stderr
            return
        head = re.match(r"image \w+ of (\d+) bytes, \d+ natives, (\d+) global", done.stdout)
        self.size, self.globals = int(head.group(1)), int(head.group(2))
        self.frames = sum(int(n) for n in re.findall(r", slots (\d+), stack", done.stdout))
        self.functions = {}  # of the program itself before those of the modules it imports
        for name, code in re.findall(r"^function (\S+) in .*\n((?:.+\n)*)", done.stdout,
                                     re.MULTILINE):
            self.functions.setdefault(name, code)

    def listing(self, name):
        """The instructions of a function and of those inside it, one a line."""
        lines = []
        for function, code in self.functions.items():
            if function != name and not function.startswith(name + "."):
                continue
            if function != name:
                lines.append(function.split(".")[-1] + ":")
            slots = re.search(r"slots (\d+)", code)
            if function == name:
                lines.insert(0, f"{slots.group(1)} slots")
            for line in code.split("\n"):
                found = INSTRUCTION.match(line)
                if found:
                    lines.append(f"{found.group(1)} {found.group(2)}".strip())
        return lines


def section(tool, name, meaning):
    """The part of the page about one pass."""
    case = CASES / f"{name}.py"
    if name in MICROPYTHON:
        return (f"### `{name}`: {meaning}\n\n{comment_of(name)}\n\nOnly for MicroPython: see "
                "[micropython.md](micropython.md).\n"), True
    before, after = Image(tool, case, name), Image(tool, case)
    for image in (before, after):
        if not image.is_good:
            sys.exit(f"{case}: {image.errors}")
    shown = "<module>" if name == "unused" else "example"
    old, new = before.listing(shown), after.listing(shown)
    saved = [f"{before.size - after.size} bytes of flash"]
    if before.globals != after.globals:
        saved.append(f"{4 * (before.globals - after.globals)} bytes of RAM for variables")
    if before.frames != after.frames:
        saved.append(f"{4 * (before.frames - after.frames)} bytes of RAM in frames")
    text = f"### `{name}`: {meaning}\n\n{comment_of(name)}\n\n```python\n{case.read_text()}```\n\n"
    if old == new and before.size != after.size:
        return text + f"Saves {', '.join(saved)}; the code left is the same.\n", True
    if old == new and name == "constants":
        return text + "Cannot be switched off: the build's own constants always count.\n", True
    rows_ = max(len(old), len(new))
    wide = max(map(len, old)) + 3
    text += f"Saves {', '.join(saved)}.\n\n```\n{'without':{wide}}with\n"
    for i in range(rows_):
        left = old[i] if i < len(old) else ""
        right = new[i] if i < len(new) else ""
        text += f"{left:{wide}}{right}".rstrip() + "\n"
    return text + "```\n", old != new


def directives(path):
    """Folders in which a conformance script looks for modules."""
    found = re.search(r"^# fz-search: (.*)$", path.read_text(), re.MULTILINE)
    words = found.group(1).split() if found else []
    return ["/usr/lib/python3.11" if word == "stdlib" else word for word in words]


def sizes(tool, path):
    """Bytes of flash, of variables and of frames, with all passes off and on."""
    images = [Image(tool, path, without, directives(path)) for without in ("all", None)]
    if not all(image.is_good for image in images):
        return None
    return [(i.size, 4 * i.globals, 4 * i.frames) for i in images]


def table(tool):
    """The sizes of all programs."""
    lines = ["| program | flash off | flash on | variables off | on | all frames off | on |",
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]

    def row(name, off, on):
        lines.append(f"| {name} | " + " | ".join(f"{a} | {b}" for a, b in zip(off, on)) + " |")

    for title, folder in (("benchmarks", "bench/programs"), ("conformance", "tests/conformance"),
                          ("CPython's library", "tests/lib_modules")):
        total = [(0, 0, 0), (0, 0, 0)]
        for path in sorted((ROOT / folder).glob("*.py")):
            if path.name.startswith("run"):
                continue
            found = sizes(tool, path)
            if not found:
                continue
            if folder.startswith("bench"):
                row(f"`{path.stem}`", *found)
            total = [tuple(map(sum, zip(t, f))) for t, f in zip(total, found)]
        row(f"all {title}", *total)
    return "\n".join(lines) + "\n"


def page(tool):
    """The generated part of the page, and whether every pass changed its snippet."""
    parts, is_good = ["## The passes\n"], True
    for name, meaning in rows():
        text, changed = section(tool, name, meaning)
        is_good &= changed
        if not changed:
            print(f"{name}: the snippet is the same with and without")
        parts.append(text)
    parts.append("## Sizes of all programs\n\nBytes, with all passes off and on.\n\n" + table(tool))
    return "\n".join(parts), is_good


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    tool = (options.build / "flashfreeze").resolve()
    text, is_good = page(tool)
    written, _, old = PAGE.read_text().partition(MARK)
    if options.update:
        PAGE.write_text(written + MARK + "\n" + text)
        old = "\n" + text
    mask = re.compile(r"\d+")
    same = mask.sub("N", old.strip()) == mask.sub("N", text.strip())
    if not same:
        print(f"{PAGE.name} is not what the tool does: run with --update and review")
    results = [is_good, same]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 1 if False in results else 0


if __name__ == "__main__":
    sys.exit(main())
