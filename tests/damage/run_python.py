#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Broken Python files: each must be refused with the messages of its .err file, exit status 1, and
nothing written.

    run_python.py [--build DIRECTORY] [--update]

Where CPython refuses the file as well, the line of its SyntaxError must be the line of one of our
errors; a file whose error CPython meets only when it runs, or that uses what is not supported yet,
is listed in RUN_TIME.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLACE = re.compile(r"^main\.py:(\d+):(\d+): error\[FZ\d{4}\]: ", re.M)
MANIFEST = "flashfreeze: 1\nname: broken\nentry: main\nsearch: [.]\n"

# CPython compiles these.
RUN_TIME = {
    "complex_not_supported", "eval_not_supported", "undefined_name", "undefined_in_function",
    "missing_module", "missing_name_in_module", "relative_import_too_far",
}


def cpython_line(source):
    """Line of CPython's SyntaxError, or None when it compiles."""
    code = ("import sys, warnings\nwarnings.simplefilter('ignore')\n"
            "try: compile(sys.stdin.buffer.read(), 'main.py', 'exec')\n"
            "except SyntaxError as e: print(e.lineno)\n")
    run = subprocess.run(["/usr/bin/python3", "-c", code], input=source, stdout=subprocess.PIPE)
    return int(run.stdout) if run.stdout.strip() else None


def refuse(tool, source):
    """Builds a project of the one file: exit status, messages, and what was written."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "main.py").write_bytes(source)
        pathlib.Path(folder, "flashfreeze.yaml").write_text(MANIFEST)
        run = subprocess.run([tool, "build", "flashfreeze.yaml", "-o", "out"], cwd=folder, timeout=60,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        written = sorted(set(os.listdir(folder)) - {"main.py", "flashfreeze.yaml"})
    return run.returncode, run.stderr.decode("utf-8", "replace"), written


def problems(name, source, status, messages, written, expected):
    if status != 1:
        yield "exit status %d" % status
    if written:
        yield "wrote " + " ".join(written)
    places = PLACE.findall(messages)
    if not places:
        yield "no error with a place:\n" + messages
    line = cpython_line(source)
    if (line is None) != (name in RUN_TIME):
        yield "CPython %s it" % ("accepts" if line is None else "refuses")
    if line is not None and str(line) not in [place[0] for place in places]:
        yield "CPython's line is %d, ours %s" % (line, ", ".join(place[0] for place in places))
    if messages != expected:
        yield "messages differ:\n%s--- expected:\n%s" % (messages, expected)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--update", action="store_true", help="rewrite the .err files")
    options = parser.parse_args()
    tool = str(options.build.resolve() / "flashfreeze")
    passed = failed = 0
    for path in sorted(HERE.glob("python/*.py")):
        source = path.read_bytes()
        status, messages, written = refuse(tool, source)
        golden = path.with_suffix(".err")
        if options.update:
            golden.write_text(messages, encoding="utf-8")
        expected = golden.read_text(encoding="utf-8") if golden.exists() else ""
        found = list(problems(path.stem, source, status, messages, written, expected))
        failed += bool(found)
        passed += not found
        for problem in found:
            print("%s: %s" % (path.stem, problem))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
