#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Programs whose modules run at build time print what they print under CPython.

cases.txt has the cases: a name, the module `m`, and below `---` what the main program does with it
after it has printed, so that nothing of it runs at build time. folders/ has programs of several
modules. Each one runs under CPython, and with `--preinit off` and `auto`, plainly and with a
collection at every allocation. Closes with `N passed, M failed`.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def cases():
    """Name and files of every case."""
    text = (HERE / "cases.txt").read_text(encoding="utf-8")
    for part in text.split("=== ")[1:]:
        name, rest = part.split("\n", 1)
        module, main = rest.split("---\n")
        yield name, {"m.py": module, "main.py": 'import m\nprint("boot")\n' + main}
    for folder in sorted((HERE / "folders").iterdir()):
        yield folder.name, {str(p.relative_to(folder)): p.read_text(encoding="utf-8")
                            for p in sorted(folder.rglob("*.py"))}


def output(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=60,
                          stdin=subprocess.DEVNULL)
    error = done.stderr.decode().strip().splitlines()
    return done.returncode, done.stdout.decode(), error[-1] if error and done.returncode else ""


def check(build, name, files):
    """What went wrong with one case, line by line."""
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            place = pathlib.Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        status, want, error = output(["/usr/bin/python3", "-B", "main.py"], folder)
        for tool in ("flashfreeze", "flashfreeze-stress"):
            path = os.path.join(build, tool)
            for mode in ("off", "auto"):
                if not os.path.exists(path):
                    continue
                got = output([path, "run", "--preinit", mode, "main.py"], folder)
                if got[:2] != (status, want):
                    problems.append(f"{name}: {tool} --preinit {mode}: status {got[0]} {got[2]}\n"
                                    f"  wanted {want!r} {error}\n  got    {got[1]!r}")
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default="build")
    parser.add_argument("--filter", default="")
    options = parser.parse_args()
    build = os.path.abspath(options.build)
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(check, build, name, files)
                for name, files in cases() if options.filter in name]
        for job in jobs:
            problems = job.result()
            passed += not problems
            failed += bool(problems)
            for problem in problems:
                print(problem)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
