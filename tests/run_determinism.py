#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same inputs give the same bytes: in another directory, with several threads, in a second run,
with another environment. Nothing that did not change is written again, and no text that was written
mentions the directory.

usage: run_determinism.py --build BUILD
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODULES = 40


def make_program(directory):
    """A program of many modules, so that threads have something to do in varying order."""
    (directory / "pack").mkdir()
    (directory / "pack" / "__init__.py").write_text("from .m0 import value\n")
    names = []
    for i in range(MODULES):
        name = f"m{i}"
        names.append(f"pack.{name}")
        others = "".join(f"from .m{k} import value as v{k}\n" for k in (i * 7 % MODULES,) if k < i)
        body = "\n".join(f"def f{k}(a, b={k}):\n    return {{'k{i}_{k}': (a, b, {k}.5)}}"
                         for k in range(i % 9 + 1))
        (directory / "pack" / f"{name}.py").write_text(f"{others}value = {i}\n{body}\n")
    imports = "".join(f"import {name}\n" for name in names)
    (directory / "main.py").write_text(
        imports + "print(3 in {1.5, 2, (3, 4), 'five', 6, 7, 8, 9, 10, 3, None})\n")
    (directory / "flashfreeze.yaml").write_text(
        "flashfreeze: 1\nname: many\nentry: main\nruntime: {heap: 32K, stack: 4K}\n")


def build(tool, directory, out, jobs, **environment):
    command = [tool, "build", "-o", out, f"-j{jobs}", "--depfile", os.path.join(out, "app.d")]
    run = subprocess.run(command, cwd=directory, capture_output=True, text=True,
                         env={**os.environ, **environment})
    if run.returncode != 0:
        raise SystemExit(f"build failed: {run.stdout}{run.stderr}\n0 passed, 1 failed")
    folder = directory / out
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    times = {path.name: path.stat().st_mtime_ns for path in sorted(folder.iterdir())}
    return run.stdout, files, times


def compare(what, first, second, results):
    same = first == second
    results.append(same)
    if not same:
        print(f"{what}: differs")


def check_program(tool, name, source, scratch, results):
    one, two = scratch / "one" / name, scratch / "another place" / "deeper" / name
    for place in (one, two):
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, place)
    text, files, times = build(tool, one, "out", 1)
    if not {"app.c", "app.h", "app.fzi", "app.d"} <= set(files):
        print(f"{name}: wrote only {sorted(files)}")
        results.append(False)
    again_text, again, again_times = build(tool, one, "out", 2)
    compare(f"{name}, second run with two threads", (text, files), (again_text, again), results)
    compare(f"{name}, times of files that did not change", times, again_times, results)
    for jobs in (1, 2, 4, 16):
        other = build(tool, two, "out", jobs, LC_ALL="C", TZ="Asia/Tokyo", HOME="/")
        compare(f"{name}, other directory, {jobs} threads", (text, files), other[:2], results)
    mentioned = [file for file, content in files.items() if str(scratch).encode() in content]
    compare(f"{name}, directory mentioned in {mentioned}", mentioned, [], results)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    options = parser.parse_args()
    tool = str((options.build / "flashfreeze").resolve())
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        many = scratch / "many_source"
        many.mkdir()
        make_program(many)
        check_program(tool, "many", many, scratch, results)
        for example in sorted((ROOT / "examples").iterdir()):
            if (example / "flashfreeze.yaml").exists():
                check_program(tool, example.name, example, scratch, results)
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 1 if False in results else 0


if __name__ == "__main__":
    sys.exit(main())
