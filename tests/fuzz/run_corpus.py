#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What fuzzing has found worth keeping, through the tool as it is: every input gives an image that
verifies or messages, with a status that says which, and ends soon. (The second module of an input,
behind a line "#---", is left out here.)

    run_corpus.py [--build DIRECTORY] [--unpack DIRECTORY]

The inputs are in corpus/program.framed, each behind its size (4 bytes, little-endian); --unpack writes
them as files, to go on from: build-fuzz/tests/fuzz/fuzz_program DIRECTORY.
"""
import argparse
import pathlib
import struct
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def inputs():
    data = (HERE / "corpus" / "program.framed").read_bytes()
    at = 0
    while at < len(data):
        size, = struct.unpack_from("<I", data, at)
        yield data[at + 4:at + 4 + size]
        at += 4 + size


def problem(tool, source, scratch):
    path = scratch / "main.py"
    path.write_bytes(source.split(b"\n#---\n")[0] + b"\n")
    try:
        run = subprocess.run([tool, "build", path, "-Wall", "--advice", "-o", scratch / "out"],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    except subprocess.TimeoutExpired:
        return "does not end"
    if run.returncode not in (0, 1):
        return "ended with %d: %s" % (run.returncode, run.stderr[-2000:])
    if b"internal error" in run.stderr:
        return run.stderr[-2000:].decode("utf-8", "replace")
    if run.returncode == 1 and b"error[" not in run.stderr:
        return "status 1 without an error"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--unpack", type=pathlib.Path, help="only write the inputs there")
    options = parser.parse_args()
    tool = options.build.resolve() / "flashfreeze"
    failed = 0
    sources = list(inputs())
    if options.unpack:
        options.unpack.mkdir(parents=True, exist_ok=True)
        for number, source in enumerate(sources):
            (options.unpack / ("%04d" % number)).write_bytes(source)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        for number, source in enumerate(sources):
            found = problem(tool, source, pathlib.Path(scratch))
            if found:
                failed += 1
                print("input %d: %s" % (number, found))
    print("%d passed, %d failed" % (len(sources) - failed, failed))
    return 1 if failed or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
