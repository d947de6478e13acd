#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Damaged images: truncated at every length, and with single bits flipped, with the old checksum and
with one that fits. Every copy must give a status; a fault ends the program that examines them.

    run_images.py [--build DIRECTORY] [--flips N]
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROJECTS = ["examples/sensor_node/flashfreeze.yaml", "examples/blink/flashfreeze.yaml"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--flips", type=int, default=10000)
    options = parser.parse_args()
    build = options.build.resolve()
    passed = failed = 0
    for project in PROJECTS:
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([build / "flashfreeze", "build", ROOT / project, "-o", out], check=True,
                           stdout=subprocess.DEVNULL)
            image = next(pathlib.Path(out).glob("*.fzi"))
            run = subprocess.run([build / "tests" / "damage" / "image_damage", image,
                                  str(options.flips)], stdout=subprocess.PIPE, text=True)
        print("%s\n%s" % (project, run.stdout), end="")
        if run.returncode == 0 and run.stdout.count("\n") == 3:
            passed += 1
        else:
            print("exit status %d" % run.returncode)
            failed += 1
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
