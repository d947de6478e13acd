#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Images changed at random are loaded, verified and run: what the verifier accepts never faults.

    run_images.py [--build DIRECTORY] [--seconds N | --cases N] [--seed N] [--every N] [--keep DIRECTORY]

The images are those of conformance scripts, every other one after its modules ran at build time; the
driver is image_run.c, under ASan and UBSan and with the heap checker.
"""
import argparse
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tests" / "conformance"))
import run  # noqa: E402 (found through the line above)
import run_oom  # noqa: E402

images = run_oom.images


def build_driver(directory):
    """The driver, with the runtime of the tests with failing allocations."""
    builder = images.Builder(run_oom.CHECKED["64"], str(directory))
    objects = builder.runtime() + [builder.compile(str(HERE / "image_run.c"))]
    out = os.path.join(builder.directory, "image_run")
    images.command(["gcc", *builder.target.flags, *objects, "-o", out, "-lm"])
    return out


def freeze(tool, scripts, directory):
    """The images of the scripts."""
    made = []
    for number, script in enumerate(scripts):
        folder = directory / script.file[:-3]
        folder.mkdir(parents=True, exist_ok=True)
        manifest = folder / "flashfreeze.yaml"
        manifest.write_text(
            f"flashfreeze: 1\nentry: {script.file[:-3]}\nsearch: [{script.folder}]\n"
            "runtime: {heap: 24K, stack: 8K}\n")
        preinit = ["--preinit", "auto" if number % 2 else "off"]
        images.command([tool, "build", manifest, *preinit, "-o", folder])
        made.append(str(folder / "app.fzi"))
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--seconds", type=int)
    parser.add_argument("--cases", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=7, help="take every N-th script's image")
    parser.add_argument("--keep", type=pathlib.Path, help="images that died are written there")
    options = parser.parse_args()
    build = options.build.resolve()
    options.place, options.filter, options.sample = [run.HERE], "*.py", options.every
    scripts = [s for s in run.collect(options) if "heap" not in s.directives]
    driver = build_driver(build / "oom")
    seeds = freeze(build / "flashfreeze", scripts, build / "fuzz" / "images")
    limit = ["-t", str(options.seconds)] if options.seconds else ["-n", str(options.cases)]
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        limit += ["-k", options.keep]
    done = subprocess.run([driver, "-s", str(options.seed), *limit, *seeds], stdout=subprocess.PIPE,
                          text=True, env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
    print(done.stdout, end="")
    failed = done.returncode != 0
    print("%d passed, %d failed" % (not failed, failed))
    return failed


if __name__ == "__main__":
    sys.exit(main())
