#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Broken manifests: each has the right messages at the right places, exit status 1, and nothing
written.

manifests/NAME.yaml is a case, manifests/NAME.err the messages it must give (without the lines of
source under them), one a line; --update writes these files. Cases too large to keep are made here.
Every case goes through manifest_check and through those of the commands `flashfreeze check` and
`flashfreeze build` that the tool's help lists.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE / "manifests"
HEAD = b"flashfreeze: 1\nentry: main\n"

# Name: content and expected messages, of which the first ones are compared.
GENERATED = {
    "huge": (b"#" * (1 << 20) + b"\n" + HEAD,
             "huge.yaml:1:1: error[FZ0101]: a manifest has at most 1 MiB, "
             "this file has 1048604 bytes\n"),
    "deep_flow": (b"[" * 100000,
                  "deep_flow.yaml:1:25: error[FZ0110]: nested deeper than 24 levels\n"),
    "deep_block": (b"- " * 100000,
                   "deep_block.yaml:1:49: error[FZ0110]: nested deeper than 24 levels\n"),
    "many_errors": (HEAD + b"".join(b"k%d: 1\n" % i for i in range(50000)),
                    "".join("many_errors.yaml:%d:1: error[FZ0113]: unknown key 'k%d'\n"
                            % (i + 3, i) for i in range(100)) +
                    "many_errors.yaml:103:1: error[FZ0133]: too many errors, the rest of the "
                    "manifest is not looked at\n"),
    "many_duplicates": (HEAD + b"name: a\n" * 50000,
                        "".join("many_duplicates.yaml:%d:1: error[FZ0112]: duplicate key 'name', "
                                "first given in line 3\n" % (i + 4) for i in range(99))),
    "long_number": (HEAD + b"constants: {A: " + b"9" * 5000 + b"}\n",
                    "long_number.yaml:3:16: error[FZ0130]: '" + "9" * 60 +
                    "...' is no number of Python: it has more than 4300 digits\n"),
    "long_key": (HEAD + b"x" * 900 + b": 1\n",
                 "long_key.yaml:3:1: error[FZ0113]: unknown key '" + "x" * 60 + "...'\n"),
}


def commands(build):
    found = [[str(build / "tests" / "unit" / "manifest_check")]]
    tool = build / "flashfreeze"
    if tool.exists():
        usage = subprocess.run([str(tool), "--help"], capture_output=True, text=True, timeout=60)
        words = (usage.stdout + usage.stderr).split()
        found += [[str(tool), name] for name in ("check", "build") if name in words]
    return found


def messages(stderr):
    """The lines that are messages, not source, as one text."""
    lines = stderr.decode("utf-8", "replace").splitlines()
    return "".join(line + "\n" for line in lines if not line.startswith("    "))


def run(command, case, folder):
    """The status and messages of a case; None and a reason when the tool broke down."""
    try:
        done = subprocess.run(command + [case], cwd=folder, capture_output=True, timeout=60,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None, "does not end\n"
    if done.returncode not in (0, 1, 2, 3):
        return None, "status %d\n%s" % (done.returncode, done.stderr.decode("utf-8", "replace"))
    return done.returncode, messages(done.stderr)


def listing(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=HERE.parent.parent / "build")
    parser.add_argument("--update", action="store_true", help="write the .err files anew")
    options = parser.parse_args()
    cases = sorted(path.name for path in CASES.glob("*.yaml"))
    tools = commands(options.build.resolve())
    passed = failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "manifests"
        shutil.copytree(CASES, folder)
        for name, (content, _) in GENERATED.items():
            (folder / (name + ".yaml")).write_bytes(content)
        before = listing(folder)
        for case in cases + [name + ".yaml" for name in GENERATED]:
            stem = case[:-len(".yaml")]
            expected_file = CASES / (stem + ".err")
            is_generated = stem in GENERATED
            if is_generated:
                expected = GENERATED[stem][1]
            else:
                expected = expected_file.read_text() if expected_file.exists() else ""
            for command in tools:
                status, found = run(command, case, folder)
                if options.update and not is_generated and status == 1:
                    expected_file.write_text(found)
                    expected = found
                same = found == expected or (is_generated and found.startswith(expected))
                if status == 1 and same and expected and listing(folder) == before:
                    passed += 1
                    continue
                failed += 1
                print("FAILED %s: %s\nstatus %s, wanted 1\n--- found\n%s--- wanted\n%s"
                      % (case, " ".join(command), status, found[:4000], expected[:4000]))
                if listing(folder) != before:
                    print("it wrote: %s" % (set(listing(folder)) - set(before)))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
