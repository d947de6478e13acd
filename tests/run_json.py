#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Messages as JSON: every case of tests/damage/python gives with --json the same messages as
without, and so do warnings, through each command that compiles.

    run_json.py [--build DIRECTORY]
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEXT = re.compile(r"^(?:(.+):(\d+):(\d+)|flashfreeze): (error|warning|advice|note)(?:\[(.+?)\])?: (.*)$")
PLACE = {"file", "line", "column", "end_line", "end_column"}
ALWAYS = {"severity", "code", "name", "message"}
SOMETIMES = PLACE | {"hint", "related"}


def run(tool, command, path, *options):
    done = subprocess.run([tool, command, *options, path], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=60)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")


def from_text(text):
    """(file, line, column, severity, message) of each message, notes among them, and the hints."""
    found = []
    for line in text.splitlines():
        match = TEXT.match(line)
        if match:
            file, row, column, severity, _, message = match.groups()
            found.append((file, row and int(row), column and int(column), severity, message))
        elif line.startswith("    hint: "):
            found.append(("hint", line[len("    hint: "):]))
    return found


def from_json(text):
    found = []
    for line in text.splitlines():
        item = json.loads(line)
        assert ALWAYS <= set(item) <= ALWAYS | SOMETIMES, sorted(item)
        assert not set(item) & PLACE or PLACE <= set(item), sorted(item)
        assert re.fullmatch(r"FZ\d{4}", item["code"])
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", item["name"]), item["name"]
        places = [item] if "file" in item else []
        found.append((item.get("file"), item.get("line"), item.get("column"), item["severity"],
                      item["message"]))
        if "hint" in item:
            found.append(("hint", item["hint"]))
        for note in item.get("related", []):
            assert set(note) == PLACE | {"message"}, sorted(note)
            places.append(note)
            found.append((note["file"], note["line"], note["column"], "note", note["message"]))
        for place in places:
            assert (place["line"], place["column"]) <= (place["end_line"], place["end_column"])
    return found


def problem(tool, path):
    status, _, text = run(tool, "check", path, "-Wall", "--advice")
    expected = from_text(text)
    for command in ("check", "build", "run", "dis"):
        if status == 0 and command in ("build", "run"):
            continue  # these would write or run something
        code, out, errors = run(tool, command, path, "-Wall", "--advice", "--json")
        found = from_json(out if command == "check" else errors)
        if code != status:
            return "%s --json ends with %d, check with %d" % (command, code, status)
        if found != expected:
            return "%s --json: %s\nwithout: %s" % (command, found, expected)
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    tool = parser.parse_args().build.resolve() / "flashfreeze"
    failed = 0
    cases = sorted((ROOT / "tests/damage/python").glob("*.py"))
    cases += sorted((ROOT / "tests/golden/warnings").glob("*.py"))
    for path in cases:
        found = problem(tool, path)
        if found:
            failed += 1
            print("%s: %s" % (path.name, found))
    print("%d passed, %d failed" % (len(cases) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
