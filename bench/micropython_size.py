#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sizes of .mpy files, ours beside mpy-cross's, over the Python files of some directories.

    bench/micropython_size.py --mpy-cross PATH [--level N] [--closed OPTION] DIRECTORY...

With --closed closed-world (or short-names) each package, a directory with a manifest.py and all below
that is no other package, is compiled as a program that is closed in itself. Prints a row for each directory below those given, and the files that come out larger than mpy-cross's.
Files that mpy-cross rejects are left out; those that only we reject are named.
"""
import argparse
import pathlib
import shutil
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


def compiled_package(options, files, root, work):
    """Bytes of the .mpy files of a closed program, by source; {} when it is rejected."""
    source = pathlib.Path(work) / "package"
    output = pathlib.Path(work) / "closed"
    for directory in (source, output):
        shutil.rmtree(directory, ignore_errors=True)
    for file in files:
        target = source / file.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    subprocess.run([options.tool, "compile", "-O" + options.level, "--" + options.closed, "-o",
                    str(output), str(source)], capture_output=True)
    return {file: output.joinpath(file.relative_to(root)).with_suffix(".mpy").stat().st_size
            for file in files
            if output.joinpath(file.relative_to(root)).with_suffix(".mpy").exists()}


def packages(files, top):
    """The files by the directory of their package."""
    found = {}
    for file in files:
        root = file.parent
        for parent in file.parents:
            if parent == top:
                break
            if (parent / "manifest.py").exists():
                root = parent
                break
        found.setdefault(root, []).append(file)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mpy-cross", required=True)
    parser.add_argument("--tool", default=str(ROOT / "build" / "flashfreeze"))
    parser.add_argument("--level", default="3")
    parser.add_argument("--closed", choices=("closed-world", "short-names"))
    parser.add_argument("directories", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    level = "-O" + options.level
    rows, larger, rejected = {}, [], []
    with tempfile.TemporaryDirectory() as work:
        output = pathlib.Path(work) / "out.mpy"
        for directory in options.directories:
            sizes = {source: compiled_size([options.mpy_cross, level], output, source)
                     for source in sorted(directory.rglob("*.py"))}
            sizes = {source: size for source, size in sizes.items() if size is not None}
            closed = {}
            if options.closed:
                for root, files in packages(sizes, directory).items():
                    closed.update(compiled_package(options, files, root, work))
            for source, theirs in sizes.items():
                ours = closed.get(source) if options.closed else \
                    compiled_size([options.tool, "compile", level], output, source)
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
