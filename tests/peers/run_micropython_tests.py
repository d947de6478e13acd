#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs MicroPython's own tests of the language with `flashfreeze run`.

    run_micropython_tests.py [--build DIRECTORY] [--filter PATTERN] CLONE

CLONE is a checkout of MicroPython. A script passes when it prints what CPython prints, or what its
.exp file says. Scripts that cannot apply are left out for a reason that is counted: what needs a
compiler at run time, what is MicroPython's own, and those that CPython does not run either. A
script that prints SKIP because something is missing here has failed. Scripts that print something
else by design are listed with the reason in micropython_differences.txt and counted apart. Failures are listed
by their cause. CPython's outputs are kept in DIRECTORY/oracle by content.
"""
import argparse
import collections
import concurrent.futures
import fnmatch
import hashlib
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "conformance"))
sys.dont_write_bytecode = True
import run as conformance  # noqa: E402 (found through the line above)

FOLDERS = ["basics", "float", "unicode", "import"]

# Scripts that do not apply: reason by a pattern of their source.
BY_SOURCE = [
    (r"\b(exec|eval|compile|execfile)\(", "needs a compiler at run time"),
    (r"^\s*(import|from) micropython\b", "MicroPython's own module"),
    (r"^\s*(import|from) (uctypes|machine|vfs|framebuf|btree|ubluetooth)\b", "MicroPython's own module"),
    (r"\bsys\.(ps1|ps2)\b|raw_input|\binput\(", "needs a terminal"),
    (r"\bsys\.settrace\b", "needs a tracer"),
    (r"\bopen\(", "needs files"),
]
# ... or by name.
BY_NAME = {
    "basics/fun_code.py": "makes functions out of code objects",
}


def read_differences():
    """Reasons by script of what differs by design."""
    lines = pathlib.Path(__file__).with_name("micropython_differences.txt").read_text().splitlines()
    return dict(line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))


DIFFERENCES = read_differences()


def reason_to_skip(path, source):
    name = f"{path.parent.name}/{path.name}"
    for pattern, reason in BY_NAME.items():
        if fnmatch.fnmatch(name, pattern):
            return reason
    for pattern, reason in BY_SOURCE:
        if re.search(pattern, source, re.MULTILINE):
            return reason
    return None


def expected_outputs(path, cache):
    """What the script may print: CPython's output if it ends well, and the .exp file."""
    outputs = []
    expected = path.with_suffix(".py.exp")
    if expected.exists():
        outputs.append(expected.read_bytes().replace(b"\r\n", b"\n"))
    helpers = conformance.digest_of_helpers(str(path.parent)) if path.parent.name == "import" else ""
    key = hashlib.sha256(b"micropython" + helpers.encode() + path.read_bytes()).hexdigest()
    kept = cache / key
    if not kept.exists():
        try:
            done = subprocess.run([conformance.ORACLE, "-B", path.name], cwd=path.parent,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
            status, output = done.returncode, done.stdout
        except subprocess.TimeoutExpired:
            status, output = 1, b""
        kept.write_bytes(b"%d\n" % status + output)
    status, output = kept.read_bytes().split(b"\n", 1)
    if status == b"0":
        outputs.append(output)
    return outputs


def test(tool, path, cache):
    """("passed" | "failed" | "differs" | "left out", cause)."""
    source = path.read_text(encoding="utf-8", errors="replace")
    reason = reason_to_skip(path, source)
    if reason:
        return "left out", reason
    outputs = expected_outputs(path, cache)
    if not outputs:
        return "left out", "CPython does not run it"
    if all(output == b"SKIP\n" for output in outputs):
        return "left out", "CPython skips it"
    try:
        done = subprocess.run([tool, "run", "-Wno-error=undefined-name", "--heap", "1M", "--stack", "64K", path.name],
                              cwd=path.parent, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=60)
    except subprocess.TimeoutExpired:
        return "failed", "time limit"
    if done.stdout.replace(b"\r\n", b"\n") in outputs:
        return "passed", None
    by_design = DIFFERENCES.get(f"{path.parent.name}/{path.stem}")
    if by_design:
        return "differs", by_design
    if done.stdout == b"SKIP\n":
        return "failed", "SKIP"
    errors = done.stderr.decode(errors="replace")
    return "failed", conformance.cause_of(done.returncode, errors)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("clone", type=pathlib.Path)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--filter", default="*", help="only names like basics/int* ")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    options = parser.parse_args()
    tool = str((options.build / "flashfreeze").resolve())
    cache = options.build.resolve() / "oracle"
    cache.mkdir(exist_ok=True)
    scripts = [path for folder in FOLDERS
               for path in sorted((options.clone.resolve() / "tests" / folder).glob("*.py"))
               if fnmatch.fnmatch(f"{folder}/{path.name}", options.filter)]
    groups = {"passed": collections.defaultdict(list), "failed": collections.defaultdict(list),
              "differs": collections.defaultdict(list), "left out": collections.defaultdict(list)}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda path: test(tool, path, cache), scripts)
        for path, (result, cause) in zip(scripts, results):
            groups[result][cause].append(f"{path.parent.name}/{path.stem}")
    for result in ("left out", "differs", "failed"):
        for cause, names in sorted(groups[result].items(), key=lambda item: -len(item[1])):
            shown = "" if result == "left out" and len(names) > 20 else ": " + " ".join(names)
            print(f"{result}: {len(names):3} {cause}{shown}")
    count = {result: sum(map(len, causes.values())) for result, causes in groups.items()}
    applying = count["passed"] + count["failed"]
    for folder in FOLDERS:
        passed, failed = (sum(name.startswith(folder) for names in groups[result].values() for name in names)
                          for result in ("passed", "failed"))
        if passed + failed:
            print(f"{folder}: {passed} of {passed + failed}, {100 * passed / (passed + failed):.1f} %")
    print(f"{count['passed']} of {applying} that apply, {100 * count['passed'] / max(applying, 1):.1f} %"
          f" ({count['left out']} left out, {count['differs']} differ by design)")
    print(f"{count['passed']} passed, {count['failed']} failed")
    return 1 if count["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
