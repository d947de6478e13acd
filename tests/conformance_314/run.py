#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the scripts of this folder, which need syntax newer than CPython 3.11, with flashfreeze and
compares what they print with CPython 3.14 (tests/peers/README.md).

    run.py [--build DIRECTORY] [--filter PATTERN]

A first line `# fz-annotations: keep` has the script run with `strip.annotations: false`.
"""
import argparse
import difflib
import fnmatch
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "peers"))
import peers


def command(tool, path, folder):
    """How to run a script; `folder` is for a manifest."""
    with open(path, encoding="utf-8") as source:
        keeps = source.readline().strip() == "# fz-annotations: keep"
    if not keeps:
        return [tool, "run", path.name]
    manifest = pathlib.Path(folder) / (path.stem + ".yaml")
    manifest.write_text("flashfreeze: 1\nname: %s\nentry: %s\nsearch: [%s]\nstrip: {annotations: false}\n"
                        % (path.stem, path.stem, path.parent))
    return [tool, "run", str(manifest)]


def difference(tool, path, expected, folder):
    """What is wrong, or None."""
    if expected[0] != 0:
        return "CPython 3.14 fails:\n" + expected[1]
    done = subprocess.run(command(tool, path, folder), cwd=path.parent, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120)
    output = done.stdout.decode("utf-8", "replace")
    if done.returncode == 0 and output == expected[1]:
        return None
    lines = difflib.unified_diff(expected[1].splitlines(), output.splitlines(), "CPython 3.14",
                                 "flashfreeze", lineterm="", n=1)
    return "\n".join(list(lines)[:40] + done.stderr.decode("utf-8", "replace").splitlines()[-8:])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--filter", default="*")
    options = parser.parse_args()
    scripts = [path for path in sorted(HERE.glob("*.py"))
               if path.name != "run.py" and fnmatch.fnmatch(path.name, options.filter)]
    answers = peers.cpython314("run", [path.read_bytes() for path in scripts])
    names = ["flashfreeze", "flashfreeze-stress"]
    tools = [str(tool) for tool in (options.build.resolve() / name for name in names) if tool.exists()]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for tool in tools:
            for path, expected in zip(scripts, answers):
                problem = difference(tool, path, expected, folder)
                if problem:
                    print("%s (%s)\n%s" % (path.name, pathlib.Path(tool).name, problem))
                failed += problem is not None
                passed += problem is None
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
