#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs Python scripts with flashfreeze and compares their output with CPython's.

    run.py [--build DIRECTORY] [options] [FOLDER or SCRIPT ...]

Without folders the conformance scripts, the library scripts and the benchmark programs are run,
with DIRECTORY/flashfreeze and, where it exists, with DIRECTORY/flashfreeze-stress, which collects
at every allocation. A script passes when it ends with the same status as under CPython and
prints the same bytes. The first lines of a script may direct the runner:

    # fz-args: A B         arguments of the program, for both sides
    # fz-search: A B       modules are also looked for there: stdlib is CPython's own library,
                           any other word a folder beside the script
    # fz-modules: A B      these modules of CPython's own library are used, unmodified
    # fz-heap: 128K        the script needs at least this heap
    # fz-stack: 16K        ... and this stack
    # fz-float: 32         floats have 32 bits

Lines `# mpy-…` are for tests/micropython/run.py.

CPython's outputs are kept by content, so that they are computed once.
"""
import argparse
import concurrent.futures
import difflib
import fnmatch
import hashlib
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FOLDERS = [HERE, os.path.join(ROOT, "tests", "lib_modules"), os.path.join(ROOT, "bench", "programs")]
ORACLE = "/usr/bin/python3"
DIRECTIVE = re.compile(r"# fz-(args|search|modules|heap|stack|float): (.*)")


def size(text):
    """Bytes of `64K`, `1M` or a plain number."""
    unit = {"K": 1024, "M": 1024 * 1024}.get(text[-1:].upper())
    return int(text[:-1]) * unit if unit else int(text)


def larger(a, b):
    """The larger of two sizes, either of which may be missing."""
    return max(filter(None, (a, b)), key=size, default=None)


class Script:
    def __init__(self, path):
        self.path = path
        self.folder, self.file = os.path.split(path)
        self.name = os.path.relpath(path, ROOT)
        self.directives = {}
        with open(path, encoding="utf-8") as source:
            for line in source:
                if not line.startswith("#"):
                    break
                found = DIRECTIVE.match(line.strip())
                if found:
                    self.directives[found.group(1)] = found.group(2)
        self.args = self.directives.get("args", "").split()


def digest_of_helpers(folder):
    """Digest of the modules that scripts of `folder` can import."""
    total = hashlib.sha256()
    for base, folders, files in sorted(os.walk(folder)):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        if base == folder and folder == HERE:
            files = []  # the scripts themselves
        for file in sorted(f for f in files if f.endswith(".py")):
            with open(os.path.join(base, file), "rb") as source:
                total.update(file.encode() + b"\0" + source.read())
    return total.hexdigest()


class Oracle:
    """What CPython prints, computed once for each version of a script."""

    def __init__(self, cache):
        self.cache = cache
        self.helpers = {}
        version = subprocess.run([ORACLE, "--version"], capture_output=True, check=True)
        self.version = version.stdout
        os.makedirs(cache, exist_ok=True)

    def expected(self, script):
        if script.folder not in self.helpers:
            self.helpers[script.folder] = digest_of_helpers(script.folder)
        with open(script.path, "rb") as source:
            key = hashlib.sha256(self.version + self.helpers[script.folder].encode()
                                 + " ".join(script.args).encode() + b"\0" + source.read())
        path = os.path.join(self.cache, key.hexdigest())
        if not os.path.exists(path):
            done = subprocess.run([ORACLE, "-B", script.file, *script.args], cwd=script.folder,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
            if done.stderr:
                sys.exit(f"{script.name}: CPython wrote to stderr:\n{done.stderr.decode()}")
            with open(path + ".new", "wb") as out:
                out.write(b"%d\n" % done.returncode + done.stdout)
            os.replace(path + ".new", path)
        with open(path, "rb") as stored:
            status, output = stored.read().split(b"\n", 1)
        return int(status), output


def command(tool, script, options):
    line = [tool, "run", "--clock", "virtual"]
    for name in ("heap", "stack"):
        wanted = larger(getattr(options, name), script.directives.get(name))
        if wanted:
            line += ["--" + name, wanted]
    if "float" in script.directives:
        line += ["--float", script.directives["float"]]
    for name in options.without:
        line += ["--without", name]
    if options.preinit:
        line += ["--preinit", options.preinit]
    for place in script.directives.get("search", "").split():
        line += ["--search", options.stdlib if place == "stdlib" else place]
    names = script.directives.get("modules", "").split()
    if names:
        line += ["--search", folder_of(names, options)]
    return line + [script.file, *script.args]


def folder_of(names, options):
    """A folder with links to these modules of CPython's library alone."""
    digest = hashlib.sha256(" ".join([options.stdlib, *names]).encode()).hexdigest()[:16]
    folder = os.path.join(os.path.abspath(options.build), "stdlib", digest)
    os.makedirs(folder, exist_ok=True)
    for name in names:
        for leaf in (name + ".py", name):
            source, link = os.path.join(options.stdlib, leaf), os.path.join(folder, leaf)
            if os.path.exists(source) and not os.path.lexists(link):
                try:
                    os.symlink(source, link)
                except FileExistsError:
                    pass  # another thread was faster
    return folder


def cause_of(status, errors):
    """A short name for why a run failed, so that failures can be grouped."""
    if status is None:
        return "time limit"
    if status < 0:
        return f"killed by signal {-status}"
    lines = [line for line in errors.splitlines() if line.strip()]
    for line in lines:
        found = re.search(r"error\[(FZ\d+)\]: (.*)", line)
        if found:
            return f"{found.group(1)} {found.group(2)}"
        if "Sanitizer" in line or "runtime error:" in line:
            return line.strip()
    return lines[-1].strip() if lines else "different output"


def run(tool, script, oracle, options):
    """None when the script passes, else (cause, details)."""
    want_status, want = oracle.expected(script)
    try:
        done = subprocess.run(command(tool, script, options), cwd=script.folder,
                              stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=options.timeout)
        status, got, errors = done.returncode, done.stdout, done.stderr.decode(errors="replace")
    except subprocess.TimeoutExpired as slow:
        status, got, errors = None, slow.stdout or b"", ""
    if status == want_status and got == want:
        return None
    diff = "\n".join(difflib.unified_diff(
        want.decode(errors="replace").splitlines(), got.decode(errors="replace").splitlines(),
        "CPython", "flashfreeze", lineterm="", n=1))
    details = [f"status {status}, expected {want_status}"] * (status != want_status)
    details += diff.splitlines()[:options.lines] + errors.splitlines()[-options.lines:]
    return cause_of(status, errors), "\n".join(details)


def collect(options):
    scripts = []
    for place in options.place or FOLDERS:
        place = os.path.abspath(place)
        files = [place] if place.endswith(".py") else [
            os.path.join(place, f) for f in sorted(os.listdir(place)) if f.endswith(".py")
        ] if os.path.isdir(place) else []
        scripts += [Script(f) for f in files if not os.path.basename(f).startswith("run")]
    return [s for s in scripts if fnmatch.fnmatch(s.file, options.filter)][::options.sample]


def tools_of(options):
    """The binaries to run scripts with."""
    if options.tool:
        return [os.path.abspath(options.tool)]
    plain, stress = (os.path.abspath(os.path.join(options.build, name))
                     for name in ("flashfreeze", "flashfreeze-stress"))
    return [plain] + [stress] * os.path.exists(stress)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("place", nargs="*", help="folders or scripts (default: all)")
    parser.add_argument("--build", default=os.path.join(ROOT, "build"), help="folder of the tools")
    parser.add_argument("--tool", help="run this binary alone, in place of those of --build")
    parser.add_argument("--heap", help="heap for `flashfreeze run`, such as 64K")
    parser.add_argument("--stack", help="stack for `flashfreeze run`")
    parser.add_argument("--filter", default="*.py", help="only file names matching this pattern")
    parser.add_argument("--preinit", choices=("auto", "off"), help="run modules at build time, or not")
    parser.add_argument("--without", action="append", default=[], metavar="PASS",
                        help="switch this optimisation pass off")
    parser.add_argument("--sample", type=int, default=1, help="only every N-th script")
    parser.add_argument("--cache", help="folder of CPython's outputs (default: in the build)")
    parser.add_argument("--stdlib", default="/usr/lib/python3.11")
    parser.add_argument("--timeout", type=float, default=60)
    parser.add_argument("--lines", type=int, default=20, help="lines shown of each difference")
    parser.add_argument("--causes", action="store_true", help="end with failures by their cause")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    options = parser.parse_args()
    scripts = collect(options)
    if not scripts:
        sys.exit("no scripts")
    oracle = Oracle(options.cache or os.path.join(options.build, "oracle"))
    tools = tools_of(options)
    jobs = [(tool, script) for tool in tools for script in scripts]
    failures, causes = 0, {}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda job: run(*job, oracle, options), jobs)
        for (tool, script), result in zip(jobs, results):
            if result is None:
                continue
            failures += 1
            cause, details = result
            causes.setdefault(cause, []).append(script.name)
            note = " (stress)" if tool != tools[0] else ""
            print(f"FAILED {script.name}{note}: {cause}\n{details}\n", flush=True)
    if options.causes:
        for cause, names in sorted(causes.items(), key=lambda item: -len(item[1])):
            print(f"{len(names):4} {cause}: {' '.join(os.path.basename(n) for n in names)}")
    print(f"{len(jobs) - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
