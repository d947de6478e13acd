# SPDX-License-Identifier: MIT
"""Where the peers from npm are, and CPython 3.14 among them."""
import json
import os
import pathlib
import struct
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def package(name):
    """The directory of an installed package; ends the program when it is not there."""
    peers = pathlib.Path(os.environ.get("FLASHFREEZE_PEERS", ROOT / "build" / "peers"))
    path = peers / "node_modules" / name
    if not path.is_dir():
        print("%s is not installed in %s: see tests/peers/README.md" % (name, peers))
        print("0 passed, 1 failed")
        sys.exit(1)
    return path


def framed(sources):
    """The sources as the programs that take many of them on standard input want them."""
    return b"".join(struct.pack("<I", len(source)) + source for source in sources)


def cpython314(mode, sources):
    """The answers of cpython314.mjs for each source."""
    command = ["node", str(HERE / "cpython314.mjs"), str(package("pyodide")), mode]
    done = subprocess.run(command, input=framed(sources), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(sources):
        raise SystemExit("CPython 3.14 answered %d of %d" % (len(answers), len(sources)))
    return answers


def library314():
    """The names and sources of all modules of the 3.14 library that pyodide carries."""
    with zipfile.ZipFile(package("pyodide") / "python_stdlib.zip") as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".py"))
        return [(name, archive.read(name)) for name in names]
