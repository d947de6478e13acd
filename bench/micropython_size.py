#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sizes of .mpy files, ours beside mpy-cross's, over the Python files of some directories.

    bench/micropython_size.py --mpy-cross PATH [--level N] DIRECTORY...

Prints a row for each directory below those given, and the files that come out larger than mpy-cross's.
Files that mpy-cross rejects are left out; those that only we reject are named.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def compiled_size(command, output, source):
    """Bytes of the output, or None when the file is rejected."""
    output.unlink(missing_ok=True)
    done = subprocess.run([*command, "-s", source.name, "-o", str(output), str(source)],
                          capture_output=True)
    return output.stat().st_size if done.returncode == 0 and output.exists() else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mpy-cross", required=True)
    parser.add_argument("--tool", default=str(ROOT / "build" / "flashfreeze"))
    parser.add_argument("--level", default="3")
    parser.add_argument("directories", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    level = "-O" + options.level
    rows, larger, rejected = {}, [], []
    with tempfile.TemporaryDirectory() as work:
        output = pathlib.Path(work) / "out.mpy"
        for directory in options.directories:
            for source in sorted(directory.rglob("*.py")):
                theirs = compiled_size([options.mpy_cross, level], output, source)
                if theirs is None:
                    continue
                ours = compiled_size([options.tool, "compile", level], output, source)
                if ours is None:
                    rejected.append(source)
                    continue
                part = source.relative_to(directory).parts[0]
                name = directory.name + ("/" + part if part != source.name else "")
                row = rows.setdefault(name, [0, 0, 0])
                row[0] += 1
                row[1] += theirs
                row[2] += ours
                if ours > theirs:
                    larger.append((ours - theirs, theirs, source))
    rows["all"] = [sum(column) for column in zip(*rows.values())]
    print("| files of | number | mpy-cross -O%s | ours | ratio |" % options.level)
    print("| --- | --- | --- | --- | --- |")
    for name, (count, theirs, ours) in rows.items():
        print("| %s | %d | %d | %d | %.3f |" % (name, count, theirs, ours, ours / max(theirs, 1)))
    for more, size, source in sorted(larger):
        print("larger by %d of %d: %s" % (more, size, source))
    for source in rejected:
        print("rejected: %s" % source)
    return 0


if __name__ == "__main__":
    sys.exit(main())
