#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs generated programs with flashfreeze and with CPython, as conformance/run.py does with scripts.

    run.py [--build DIRECTORY] [--first SEED] [--count N] [OPTIONS OF conformance/run.py]
"""
import argparse
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
import control_flow  # noqa: E402 (no file is left beside it)

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    options, others = parser.parse_known_args()
    folder = options.build.resolve() / "generated"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.py"):
        old.unlink()
    for seed in range(options.first, options.first + options.count):
        (folder / f"control_flow_{seed}.py").write_text(control_flow.program(seed))
    runner = ROOT / "tests" / "conformance" / "run.py"
    command = [sys.executable, runner, "--build", options.build, "--heap", "256K", *others, folder]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
