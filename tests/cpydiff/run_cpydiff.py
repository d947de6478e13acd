#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The differences from CPython that docs/language.md lists: each script must print what its .out
file says, which must not be what CPython prints, and the page must name the script.

    run_cpydiff.py [--build DIRECTORY] [--update]
"""
import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def output(command):
    run = subprocess.run(command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         stdin=subprocess.DEVNULL, timeout=60)
    return run.stdout


def problem(tool, script, page):
    ours = output([tool, "run", script.name])
    if ours != script.with_suffix(".out").read_bytes():
        return "prints something else:\n" + ours.decode(errors="replace")
    if ours == output(["/usr/bin/python3", script.name]):
        return "is no difference: CPython prints the same"
    if "cpydiff/" + script.name not in page:
        return "is not in docs/language.md"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    tool = options.build.resolve() / "flashfreeze"
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    scripts = [path for path in sorted(HERE.glob("*.py")) if path.name != "run_cpydiff.py"]
    failed = 0
    for script in scripts:
        if options.update:
            script.with_suffix(".out").write_bytes(output([tool, "run", script.name]))
        found = problem(tool, script, page)
        if found:
            failed += 1
            print("%s %s" % (script.name, found))
    print("%d passed, %d failed" % (len(scripts) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
