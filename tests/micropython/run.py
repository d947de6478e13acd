#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the MicroPython target: every file that the tool writes is checked (mpy_check.py), what
mpy-cross compiles too prints the same on MicroPython, and what mpy-cross rejects (modern/) prints
what CPython prints.

    run.py --build DIR [--packages NAME...] [NAME...]   only the scripts named

Every fourth script of modern/ runs on OLDER versions too. --packages runs everything on further npm packages of MicroPython
than those of tests/peers/.
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "peers"))
sys.path.insert(0, str(HERE))
import containers  # noqa: E402
import mpy_check  # noqa: E402
import peers  # noqa: E402

MICROPYTHON = "@micropython/micropython-webassembly-pyscript"
OLDER = ["micropython-1.22", "micropython-1.24", "micropython-1.26"]

# What the first lines of a script may say of it:
#     # mpy-refused: FZ0520     the tool refuses it for MicroPython with this message
#     # mpy-differs: why        it prints something else than with mpy-cross's file
#     # mpy-closed: why         as a closed program it prints something else
DIRECTIVE = re.compile(r"# mpy-(refused|differs|closed): (.*)")


def directives(script):
    """By key, those of the comment that the script begins with."""
    found = {}
    for line in script.read_text(encoding="utf-8").splitlines():
        match = DIRECTIVE.fullmatch(line)
        if match:
            found[match.group(1)] = match.group(2)
        elif not line.startswith("#"):
            break
    return found


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def note(self, is_good, text):
        self.passed += is_good
        self.failed += not is_good
        if not is_good:
            print("FAIL " + text)


def compile_one(tool, source, output, *options):
    return subprocess.run([str(tool), "compile", *options, "-s", source.name, "-o", str(output),
                           str(source)], capture_output=True, text=True, timeout=60)


def check_files(tool, scripts, work, tally):
    """Compiles in three ways and checks; gives the scripts that compiled. What is left to be run is
    without lines, as more is done to such code."""
    names = mpy_check.static_names(ROOT / "compiler" / "micropython" / "static_qstrs.def")

    def one(script):
        problems = []
        for level in (["-O3"], ["-O0"], ["-O0", "--no-lines"]):
            output = work / (script.stem + ".mpy")
            done = compile_one(tool, script, output, *level)
            wanted = directives(script).get("refused")
            if done.returncode:
                is_refused = wanted is not None and wanted in done.stderr
                return [] if is_refused else [done.stderr.strip() or "no message"], False
            if wanted:
                return ["is not refused"], False
            problems += mpy_check.check_bytes(output.read_bytes(), names)
        return problems, True

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(one, scripts))
    compiled = []
    for script, (problems, is_compiled) in zip(scripts, results):
        tally.note(not problems, "%s: %s" % (script.stem, "; ".join(problems[:3])))
        if is_compiled and not problems:
            compiled.append(script)
    return compiled


def node(program, *arguments):
    done = subprocess.run(["node", str(HERE / program), *map(str, arguments)], capture_output=True,
                          text=True, timeout=900)
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def run_files(package, files):
    """What each file prints, by name."""
    halves = [files[0::2], files[1::2]]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        parts = pool.map(lambda half: node("run_mpy.mjs", package, *half), halves)
        return {pathlib.Path(row["file"]).stem: row for part in parts for row in part}


def plain(row):
    """Output and error without what may differ: lines of a traceback."""
    text = row["out"] + "\n" + row["error"]
    return re.sub(r'File "[^"]*", line \d+', "File", text)


def compare_with_mpy_cross(scripts, work, package, tally):
    reference = work / "mpy-cross"
    reference.mkdir()
    rows = node("mpy_cross.mjs", peers.package("@pybricks/mpy-cross-v6"), reference, *scripts)
    names = [pathlib.Path(row["output"]).stem for row in rows if row["output"]]
    by_name = {script.stem: script for script in scripts}
    theirs = run_files(package, [reference / (name + ".mpy") for name in names])
    ours = run_files(package, [work / (name + ".mpy") for name in names])
    for name in names:
        if "differs" not in directives(by_name[name]):
            tally.note(name in ours and plain(ours[name]) == plain(theirs[name]),
                       "%s: prints something else than mpy-cross's file" % name)


def check_closed(tool, scripts, work, package, tally):
    """Each script as a program closed in itself prints what it prints otherwise."""
    names = mpy_check.static_names(ROOT / "compiler" / "micropython" / "static_qstrs.def")
    scripts = [script for script in scripts if "closed" not in directives(script)]
    closed = work / "closed"

    def one(script):
        source = work / "sources" / script.stem
        source.mkdir(parents=True)
        (source / script.name).write_bytes(script.read_bytes())
        subprocess.run([str(tool), "compile", str(source), "-o", str(closed), "--closed-world"],
                       capture_output=True, timeout=60)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(one, scripts))
    files = [closed / (script.stem + ".mpy") for script in scripts]
    for file in files:
        problems = mpy_check.check_bytes(file.read_bytes(), names) if file.exists() else ["no file"]
        tally.note(not problems, "%s, closed: %s" % (file.stem, "; ".join(problems[:3])))
    plain_rows = run_files(package, [work / file.name for file in files])
    closed_rows = run_files(package, [file for file in files if file.exists()])
    for name, row in plain_rows.items():
        other = closed_rows.get(name, {"out": "", "error": "no answer"})
        is_same = row["out"] == other["out"] and bool(row["error"]) == bool(other["error"])
        tally.note(is_same, "%s, closed: prints something else" % name)


def snippets(work):
    """The scripts of modern/: each file has many, parted by lines `# ---- name`."""
    scripts = []
    for file in sorted((HERE / "modern").glob("*.py")):
        parts = re.split(r"^# ---- (\w+)\n", file.read_text(encoding="utf-8"), flags=re.M)
        for name, text in zip(parts[1::2], parts[2::2]):
            script = work / ("%s_%s.py" % (file.stem, name))
            script.write_text(text, encoding="utf-8")
            scripts.append(script)
    return scripts


def cpython_output(scripts):
    def one(script):
        return subprocess.run([sys.executable, str(script)], capture_output=True, text=True,
                              timeout=60)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(one, scripts))
    expected = {}
    for script, done in zip(scripts, results):
        # Beside a script that is too new for this Python lies, behind `# prints`, what 3.14 prints.
        lines = re.findall(r"^# prints ?(.*)$", script.read_text(encoding="utf-8"), re.M)
        expected[script.stem] = "".join(line + "\n" for line in lines) if lines else done.stdout
        if not lines and done.returncode:
            expected[script.stem] = None
    return expected


def check_modern(tool, work, packages, wanted, tally):
    scripts = [script for script in snippets(work) if not wanted or script.stem in wanted]
    if not scripts:
        return
    compiled = check_files(tool, scripts, work, tally)
    rejected = node("mpy_cross.mjs", peers.package("@pybricks/mpy-cross-v6"), work, *scripts)
    rejected_count = sum(not row["output"] for row in rejected)
    for script in compiled: # mpy-cross may have overwritten one
        compile_one(tool, script, work / (script.stem + ".mpy"))
    expected = cpython_output(compiled)
    for package, every in packages:
        chosen = compiled[::every]
        rows = run_files(package, [work / (script.stem + ".mpy") for script in chosen])
        for script in chosen:
            row = rows.get(script.stem, {"out": "", "error": "no answer"})
            tally.note(not row["error"] and row["out"] == expected[script.stem],
                       "%s: prints %r %s, CPython %r" % (script.stem, row["out"],
                                                        row["error"][-200:], expected[script.stem]))
    if not wanted:
        tally.note(rejected_count >= 150, "only %d scripts are rejected by mpy-cross" % rejected_count)
    print("%d scripts, %d of them rejected by mpy-cross" % (len(scripts), rejected_count))


def check_containers(tool, scripts, work, packages, tally):
    names = mpy_check.static_names(ROOT / "compiler" / "micropython" / "static_qstrs.def")
    problems = containers.frozen_problems(tool, scripts[:40] + containers.large_scripts(work), work,
                                          names)
    tally.note(not problems, "frozen C: %s" % "; ".join(problems[:3]))
    problems = containers.tail_problems(tool, work, names)
    tally.note(not problems, "tails: %s" % "; ".join(problems))
    inner = work / "cache"
    inner.mkdir()
    problems = containers.cache_problems(tool, inner)
    tally.note(not problems, "cache: %s" % "; ".join(problems[:3]))
    problems = containers.listing_problems(tool, scripts[:40:2], work, names)
    tally.note(not problems, "dis: %s" % "; ".join(problems[:3]))
    problems = containers.import_problems(tool, work)
    tally.note(not problems, "import-manifest: %s" % "; ".join(problems))
    image = containers.make_rom(tool, work)
    tally.note(image is not None and image.stat().st_size % 2 == 0, "romfs: no image")
    if image is None:
        return
    rows = node("run_mpy.mjs", packages[0], "--romfs", image, "app.mpy")
    good = rows and rows[0]["out"] == "pkg\n3\nresource\n" and not rows[0]["error"]
    tally.note(bool(good), "romfs: prints %r" % rows)
    problems, image = containers.build_project(tool, work, names)
    rows = node("run_mpy.mjs", packages[0], "--romfs", image, "main.mpy") if image else []
    good = rows and rows[0]["out"] == "('a', 42) 10 pico False\n" and not rows[0]["error"]
    tally.note(good and not problems, "build: prints %r; %s" % (rows, "; ".join(problems)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--packages", nargs="*", default=[])
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    tool = options.build.resolve() / "flashfreeze"
    packages = [peers.package(name) for name in [MICROPYTHON] + options.packages]
    tally = Tally()
    scripts = sorted((ROOT / "tests" / "conformance").glob("*.py")) + \
        sorted((ROOT / "bench" / "programs").glob("*.py"))
    scripts = [script for script in scripts if not script.stem.startswith("run")]
    if options.names:
        scripts = [script for script in scripts if script.stem in options.names]
    with tempfile.TemporaryDirectory() as directory:
        work = pathlib.Path(directory)
        compiled = check_files(tool, scripts, work, tally)
        for package in packages:
            with tempfile.TemporaryDirectory(dir=work) as inner:
                inner = pathlib.Path(inner)
                for script in compiled:
                    (inner / (script.stem + ".mpy")).write_bytes(
                        (work / (script.stem + ".mpy")).read_bytes())
                # Benchmarks take long on an interpreter in an interpreter.
                short = [script for script in compiled if script.parent.name == "conformance"]
                compare_with_mpy_cross(short, inner, package, tally)
                if package == packages[0]:
                    check_closed(tool, short, inner, package, tally)
        if not options.names:
            inner = work / "containers"
            inner.mkdir()
            check_containers(tool, compiled, inner, packages, tally)
        modern = work / "modern"
        modern.mkdir()
        all_of_them = [(package, 1) for package in packages]
        some = [(peers.package(name), 1 if options.names else 4) for name in OLDER]
        check_modern(tool, modern, all_of_them + some, options.names, tally)
    print("%d passed, %d failed" % (tally.passed, tally.failed))
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
