#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Conformance scripts, each on a runtime built for it alone (FZ_NEEDS), against CPython.

    run_needs.py [--build DIRECTORY] [SCRIPT ...]

What the compiler leaves out of such a runtime must not be missed. The scripts of the table differ in
what they need; every other one is frozen with build-time execution. The builds are for the host,
without optimisation, for speed of compiling: what is left out is chosen by constants all the same.
"""
import argparse
import concurrent.futures
import glob
import os
import shutil
import subprocess
import sys
import time

import images

sys.path.insert(0, os.path.join(images.ROOT, "tests", "conformance"))
import run as conformance  # noqa: E402 (found through the line above)

SCRIPTS = ["func_recursion", "str_strip_replace", "class_inheritance", "gen_pipelines", "exc_basics",
           "dict_methods", "int_big_arithmetic", "float_formatting", "class_properties",
           "special_arithmetic", "module_import_forms", "opt_inline", "program_life_sieve"]
SILENT = {"gen_pipelines", "program_life_sieve"} # built without messages, of which they show none
FLAGS = ["-O0", "-std=c11", *images.WARNINGS, "-DFZ_HEAP_CHECK=1"]
MANIFEST = """flashfreeze: 1
name: {name}
entry: {name}
search: ["{folder}"]
preinit: {preinit}
strip: {{docstrings: false, messages: {silent}}}
runtime: {{heap: 256K, stack: 64K}}
"""
# Programs with values of few kinds (FZ_HAS_VALUES), which print by functions in C.
PLAIN = os.path.join(images.ROOT, "tests", "firmware", "plain")
PLAIN_SCRIPTS = ["numbers", "texts"]
PLAIN_NATIVES = """natives:
  board:
    show: {c: board_show, args: [int]}
    label: {c: board_label, args: [str]}
"""


def by_folder(sources, directory):
    """[(folder for the objects, sources of one folder)], the largest first."""
    folders = {}
    for source in sources:
        folders.setdefault(os.path.basename(os.path.dirname(source)), []).append(source)
    parts = sorted(folders.items(), key=lambda item: -len(item[1]))
    return [(os.path.join(directory, "objects-" + name), files) for name, files in parts]


def compile_folder(flags, folder, sources):
    os.makedirs(folder)
    images.command(["gcc", *flags, "-c", *sources], cwd=folder)


def build(tool, script, preinit, directory, natives="", firmware=()):
    """The program of a script with its runtime; the path of the executable. `natives` is a part of the
    manifest, `firmware` the files with the functions it names."""
    shutil.rmtree(directory, ignore_errors=True)
    os.makedirs(directory)
    manifest = os.path.join(directory, "flashfreeze.yaml")
    with open(manifest, "w", encoding="utf-8") as out:
        out.write(MANIFEST.format(name=script.file.removesuffix(".py"), folder=script.folder,
                                  preinit=preinit,
                                  silent="true" if script.file.removesuffix(".py") in SILENT else "false") + natives)
    app = images.freeze(tool, manifest, directory)
    sources = [*images.runtime_sources(), app, os.path.join(images.ROOT, "tests/firmware/needs_main.c"), *firmware,
               os.path.join(images.PORT, "host", "port.c")]
    flags = [*FLAGS, f'-DFZ_NEEDS="{directory}/app_needs.h"', "-I" + directory, "-I" + images.PORT,
             "-I" + images.RUNTIME, "-I" + os.path.join(images.RUNTIME, "include")]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda part: compile_folder(flags, *part), by_folder(sources, directory)))
    program = os.path.join(directory, "program")
    images.command(["gcc", *glob.glob(directory + "/*/*.o"), "-lm", "-o", program])
    return program


def problem_of(tool, oracle, script, preinit, directory):
    """What is wrong with a script on its own runtime, or None."""
    program = build(tool, script, preinit, directory)
    done = subprocess.run([program], capture_output=True, timeout=60)
    status, output = oracle.expected(script)
    if done.returncode != status:
        return f"status {done.returncode}, not {status}\n{done.stdout.decode()[-500:]}"
    if done.stdout != output:
        for got, wanted in zip(done.stdout.splitlines(), output.splitlines()):
            if got != wanted:
                return f"printed {got!r}, not {wanted!r}"
        return "printed less or more"
    return None


def plain_problem_of(tool, name, directory):
    """The same for a program of PLAIN, whose last line says what was raised."""
    folder, file = PLAIN, name + ".py"
    program = build(tool, argparse.Namespace(file=file, folder=folder), "auto", directory, PLAIN_NATIVES,
                    [os.path.join(PLAIN, "board.c")])
    with open(os.path.join(directory, "app_needs.h"), encoding="utf-8") as needs:
        if "#define FZ_HAS_REPR 0" not in needs.read():
            return "its values are of any kind"
    oracle = subprocess.run([sys.executable, "-u", os.path.join(folder, file)], capture_output=True,
                            text=True, env={**os.environ, "PYTHONPATH": os.path.join(folder, "oracle")})
    wanted = oracle.stdout.splitlines() + oracle.stderr.splitlines()[-1:]
    done = subprocess.run([program], capture_output=True, text=True, timeout=60)
    raised = done.stdout.find("Traceback")
    got = done.stdout[:raised].splitlines() + done.stdout.splitlines()[-1:]
    return None if got == wanted else f"printed {got}, not {wanted}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(images.ROOT, "build"))
    parser.add_argument("scripts", nargs="*", metavar="SCRIPT", help="names instead of the table's")
    options = parser.parse_args()
    build_directory = os.path.abspath(options.build)
    oracle = conformance.Oracle(os.path.join(build_directory, "oracle"))
    tool = os.path.join(build_directory, "flashfreeze")
    jobs = []
    for number, name in enumerate(options.scripts or SCRIPTS):
        script = conformance.Script(os.path.join(conformance.HERE, name + ".py"))
        preinit = ("off", "auto")[number % 2]
        folder = os.path.join(build_directory, "needs", name)
        jobs.append((f"{name} (preinit {preinit})", problem_of, (tool, oracle, script, preinit, folder)))
    for name in [] if options.scripts else PLAIN_SCRIPTS:
        jobs.append((name, plain_problem_of, (tool, name, os.path.join(build_directory, "needs", name))))
    failed = 0
    start = time.monotonic()
    for title, find_problem, arguments in jobs:
        try:
            problem = find_problem(*arguments)
        except (images.Failed, subprocess.TimeoutExpired) as failure:
            problem = str(failure)[:2000]
        if problem:
            failed += 1
            print(f"FAILED {title}: {problem}", flush=True)
    print(f"{time.monotonic() - start:.0f} s")
    print(f"{len(jobs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
