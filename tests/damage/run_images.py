#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Damaged images: every truncation, bit flips, and changes under a right checksum. A damaged image
gives a status, never a fault; the first two kinds are never accepted.

usage: run_images.py --build BUILD
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAMS = ["examples/sensor_node/flashfreeze.yaml", "tests/golden/dis/functions.py",
            "tests/golden/dis/regions.py", "tests/preinit/mutable.py"]


def damage(build, program, scratch):
    """What is wrong, or an empty text."""
    tool = build / "flashfreeze"
    options = ["--preinit", "auto"] if "preinit" in program else []
    subprocess.run([tool, "build", ROOT / program, *options, "-o", scratch], check=True,
                   capture_output=True)
    image = scratch / "app.fzi"
    run = subprocess.run([build / "tests" / "damage" / "image_damage", image], capture_output=True,
                         text=True)
    if run.returncode != 0:
        return f"ended with {run.returncode}\n{run.stdout}{run.stderr}"
    print(f"{program}: " + ", ".join(run.stdout.splitlines()))
    counts = dict(re.findall(r"^(.*): (\d+) of", run.stdout, re.MULTILINE))
    if counts.get("truncations accepted") != "0" or counts.get("flips accepted") != "0":
        return f"a damaged image was accepted\n{run.stdout}"
    verify = subprocess.run([tool, "verify", image], capture_output=True, text=True)
    return "" if verify.returncode == 0 else f"the whole image: {verify.stderr}"


def refuse(build, scratch):
    """Files that are no images at all: `verify` and `run` refuse them with status 1."""
    problems = ""
    for name, content in (("empty", b""), ("text", b"hello"), ("zeros", bytes(4096)),
                          ("magic", b"FLZ1" + bytes(4092)), ("ones", b"\xff" * 1000)):
        path = scratch / f"{name}.fzi"
        path.write_bytes(content)
        for command in ("verify", "run", "dis"):
            run = subprocess.run([build / "flashfreeze", command, path], capture_output=True)
            if run.returncode != 1:
                problems += f"{command} {name}.fzi ended with {run.returncode}\n"
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    build = parser.parse_args().build.resolve()
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        problems = [damage(build, program, scratch) for program in PROGRAMS]
        problems.append(refuse(build, scratch))
    for name, problem in zip(PROGRAMS + ["no images"], problems):
        if problem:
            print(f"{name}: {problem}")
            failed += 1
    print(f"{len(problems) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
