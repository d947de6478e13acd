# SPDX-License-Identifier: MIT
"""Tests of what .mpy files are put into: C to be frozen into firmware, and ROM file systems."""
import os
import re
import subprocess

import mpy_check

QSTRS = """QCFG(BYTES_IN_LEN, (1))
QCFG(BYTES_IN_HASH, (2))
extern int noise;
Q()
Q(len)
Q(a-b)
Q(])
Q(\\n)
"""


def text_hash(data):
    value = 5381
    for byte in data:
        value = (value * 33 ^ byte) & 0xffff
    return value or 1


def c_text(literal):
    def one(match):
        text = match.group(1)
        return bytes([int(text, 8)]) if text[0] in b"01234567" else text

    return re.sub(rb"\\([0-7]{3}|.)", one, literal.encode("ascii"), flags=re.S)


def functions(function):
    """The function and those inside, in the order of the C file: the inner ones first."""
    for child in function.children:
        yield from functions(child)
    yield function


def numbers(text):
    return [int(number) for number in text.split(",") if number.strip()]


def array(text, name):
    return numbers(re.search(name + r"\[\] = \{(.*?)\};", text, re.S).group(1))


def file_names(text):
    """The content of mp_frozen_names: every name ends in a NUL."""
    lines = re.search(r"mp_frozen_names\[\] = \{\n(.*?)\};", text, re.S).group(1)
    return c_text("".join(re.findall(r'"((?:\\.|[^"\\])*)"', lines.replace("\\0", "\\000"))))


def pool_texts(text):
    files = file_names(text)
    pool = re.search(r"mp_qstr_frozen_const_pool = .*?\{\n(.*?)\n    \},", text, re.S).group(1)
    lines = [line.strip()[:-1] for line in pool.splitlines() if line.startswith("\t")]
    return [c_text(line[1:-1]) if line[0] == '"' else
            files[int(line.split("+")[1]):].split(b"\0")[0] for line in lines]


def pool_problems(text):
    texts = pool_texts(text)
    problems = []
    if texts != sorted(set(texts)) or not texts:
        problems.append("the pool is not sorted")
    if {b"len", b"a-b", b"]", b"__init__"} & set(texts):
        problems.append("the pool has names that the firmware has")
    if array(text, "fz_hashes") != [text_hash(one) for one in texts]:
        problems.append("hashes")
    if array(text, "fz_lengths") != [len(one) for one in texts]:
        problems.append("lengths")
    if any(int(number) >= len(texts) for number in re.findall(r"FZ_Q\((\d+)\)", text)):
        problems.append("a name that is not in the pool")
    return problems


def names_of(text):
    """What the indices of all modules stand for: (text, whether the firmware has it)."""
    pool = pool_texts(text)
    names = re.search(r"fz_names\[\d+\] = \{(.*?)\n\};", text, re.S).group(1)
    return [(pool[int(name[5:-1])].decode("utf-8", "surrogateescape"), False)
            if name.startswith("FZ_Q(") else (name[len("MP_QSTR_"):], True)
            for name in re.findall(r"FZ_Q\(\d+\)|MP_QSTR_\w*", names)]


def is_name(found, wanted):
    """Of names that are no words the firmware's C name is not looked at."""
    text, is_firmware = found
    return text == wanted or (is_firmware and re.fullmatch(r"\w+", wanted) is None)


def is_function(found, wanted):
    plain = ("state", "blocks", "flags", "positional", "kwonly", "defaults", "lines", "cells")
    if any(getattr(found, key) != getattr(wanted, key) for key in plain):
        return False
    names = list(zip([found.name, *found.arguments], [wanted.name, *wanted.arguments]))
    if len(found.instructions) != len(wanted.instructions):
        return False
    for one, other in zip(found.instructions.values(), wanted.instructions.values()):
        is_text = one.code >> 4 == 1
        if [one.place, one.code, one.next, one.target, one.extra, is_text or one.operand] != \
                [other.place, other.code, other.next, other.target, other.extra, is_text or other.operand]:
            return False
        if is_text:
            names.append((found.texts[one.operand], wanted.texts[other.operand]))
    return all(is_name(*pair) for pair in names)


def code_problems(tool, text, scripts, work, names):
    """The functions are those of the .mpy files, but for the numbers of names."""
    problems = []
    code = bytes(numbers(re.sub(r"//.*", "", re.search(r"fz_code\[\] = \{(.*?)\};", text,
                                                      re.S).group(1))))
    all_names = names_of(text)
    starts = [int(start) for start in re.findall(r"\(qstr_short_t \*\)fz_names \+ (\d+)", text)]
    at = 0
    for i, script in enumerate(scripts):
        mpy = work / "one.mpy"
        subprocess.run([str(tool), "compile", "-O3", "-s", "m%d.py" % i, "-o", str(mpy), str(script)],
                       check=True, timeout=60, capture_output=True)
        module = mpy_check.Module(mpy.read_bytes(), names)
        own = all_names[starts[i]:]
        is_good = is_name(own[0], "m%d.py" % i)
        for wanted in functions(module.top):
            found = mpy_check.Function(code[at:at + len(wanted.raw)], own, wanted.objects)
            is_good = is_good and is_function(found, wanted)
            at += len(wanted.raw)
        if not is_good:
            problems.append("%s: other functions than in the .mpy file" % script.name)
    return problems + (["code that no module has"] if at != len(code) else [])


def large_scripts(work):
    """Modules with more names than one byte, and two, can number, and a constant deep in itself."""
    texts = {"names_%d" % count: "".join("name_%d = %d\n" % (i, i) for i in range(count)) +
             "def f(name_5, own): return name_7 + name_%d\n" % (count - 1) for count in (300, 17000)}
    texts["deep"] = "x = " + "(" * 90 + "1," + ")," * 89 + ")\n"
    for name, text in texts.items():
        (work / (name + ".py")).write_text(text)
    return [work / (name + ".py") for name in texts]


def frozen_problems(tool, scripts, work, names):
    qstrs = work / "qstrdefs.preprocessed.h"
    qstrs.write_text(QSTRS)
    files = ["m%d.py=%s" % (i, script) for i, script in enumerate(scripts)]
    texts = []
    for name in ("frozen.c", "again.c"):
        done = subprocess.run([str(tool), "freeze", "-O3", "--qstrs", str(qstrs), "-o",
                               str(work / name), *files], capture_output=True, text=True, timeout=60)
        if done.returncode:
            return [done.stderr]
        texts.append((work / name).read_text(encoding="ascii"))
    problems = [] if texts[0] == texts[1] else ["not the same twice"]
    return problems + pool_problems(texts[0]) + code_problems(tool, texts[0], scripts, work, names)


def age(*files):
    """Sets the times back so that any writing shows."""
    for file in files:
        os.utime(file, (1000000000, 1000000000))


def is_new(file):
    return file.stat().st_mtime != 1000000000


class Rebuild:
    """Freezing the same files again and again with a cache; `problems` collects what is wrong."""

    def __init__(self, tool, work, count):
        self.tool, self.work, self.problems = tool, work, []
        (work / "qstrdefs.preprocessed.h").write_text(QSTRS)
        self.sources = work / "sources"
        self.sources.mkdir()
        for i in range(count):
            (self.sources / ("m%d.py" % i)).write_text(CACHED % (i, i))
        self.output, self.cache = work / "cached.c", work / "cached.c.cache"

    def freeze(self, *options, output=None):
        done = subprocess.run([str(self.tool), "freeze", "-q", "--qstrs",
                               str(self.work / "qstrdefs.preprocessed.h"), "-o",
                               str(output or self.output), *options, str(self.sources)],
                              capture_output=True, text=True, timeout=60)
        if done.returncode:
            self.problems.append(done.stderr)
        return done.stderr

    def check(self, what, *options, is_same=False, cache_is_same=False):
        """Freezes with the cache and without: the outputs are equal, and not written for nothing."""
        if self.output.exists() and self.cache.exists():
            age(self.output, self.cache)
        messages = self.freeze(*options)
        fresh = self.work / "fresh.c"
        if messages != self.freeze(*options, "--no-cache", output=fresh):
            self.problems.append("%s: other messages than without the cache" % what)
        if self.output.read_bytes() != fresh.read_bytes():
            self.problems.append("%s: other output than without the cache" % what)
        if is_new(self.output) == is_same:
            self.problems.append("%s: output written %s" % (what, is_new(self.output)))
        if is_new(self.cache) == cache_is_same:
            self.problems.append("%s: cache written %s" % (what, is_new(self.cache)))


# All kinds of constants; the values are what the cache has to bring back.
CACHED = """
A = (1, -2.5, 1e300, 12345678901234567890, -9876543210123456789, 3j, b"by\\0tes", None, True, ...)
B = ((), ("a", ("b",)), "x" * 300, float, 0.1)
def outer%d(a, b=2, *, c=3):
    def gen(z):
        yield a, z
    return gen, lambda self: self.value
class C:
    def method(self): return "%d", super().method()
"""


TAILS = """
def f(a, log):
    if a == 1:
        log.append("%s is %d" % ("one", a))
        log.sort()
        return log.pop()
    try:
        if a == 2:
            log.append("%s is %d" % ("two", a))
            log.sort()
            return log.pop()
        log.sort()
        return log.pop()
    finally:
        log.sort()
"""


def tail_problems(tool, work, names):
    """Ends that are equal, and in the same try, are there once; with lines they stay."""
    (work / "tails.py").write_text(TAILS)
    problems = []
    for option, wanted in (("-O3", 2), ("-O0", 3)):
        subprocess.run([str(tool), "compile", option, "-o", str(work / "tails.mpy"),
                        str(work / "tails.py")], check=True, timeout=60)
        module = mpy_check.Module((work / "tails.mpy").read_bytes(), names)
        function = module.top.children[0]
        pops = sum(function.texts[inst.operand] == "pop"
                   for inst in function.instructions.values() if inst.code >> 4 == 1)
        if pops != wanted:
            problems.append("%s: %d calls of pop" % (option, pops))
    return problems


def cache_problems(tool, work):
    rebuild = Rebuild(tool, work, 8)
    sources, cache = rebuild.sources, rebuild.cache
    rebuild.check("first")
    rebuild.check("again", is_same=True, cache_is_same=True)
    whole = cache.read_bytes()
    (sources / "m3.py").write_text("print('changed')\n")
    rebuild.check("one changed")
    if len(cache.read_bytes()) >= len(whole):
        rebuild.problems.append("what is no longer used stays in the cache")
    (sources / "m5.py").unlink()
    rebuild.check("one gone")
    (sources / "m0a.py").write_text("x = 1.5\n")
    rebuild.check("one new")
    rebuild.check("other options", "-O3")
    rebuild.check("other options again", "-O3", is_same=True, cache_is_same=True)
    (sources / "m6.py").write_text("import micropython\n@micropython.native\ndef f(): pass\n")
    rebuild.check("one that warns", "-O3")
    rebuild.check("it warns again", "-O3", is_same=True, cache_is_same=True)
    good = cache.read_bytes()
    for at in (0, 9, 40, len(good) // 2, len(good) - 1):
        cache.write_bytes(good[:at] + bytes([good[at] ^ 0x41]) + good[at + 1:])
        rebuild.check("byte %d of the cache damaged" % at, "-O3", is_same=True)
        cache.write_bytes(good[:at])
        rebuild.check("cache cut after %d" % at, "-O3", is_same=True)
    if cache.read_bytes() != good:
        rebuild.problems.append("a damaged cache is not made anew")
    cache.unlink()
    elsewhere = work / "elsewhere"
    rebuild.freeze("-O3", "--cache", str(elsewhere))
    if cache.exists() or elsewhere.read_bytes() != good:
        rebuild.problems.append("--cache is not where the cache is")
    rebuild.freeze("-O3", "--no-cache")
    rebuild.freeze("-O3", "--closed-world")
    if cache.exists():
        rebuild.problems.append("a cache though none was wanted")
    return rebuild.problems


def make_rom(tool, work):
    """An image with a package, a module and a resource; None when there is none."""
    tree = work / "tree"
    (tree / "pkg" / "data").mkdir(parents=True)
    (tree / "app.py").write_text(
        "from pkg import sub\nprint(sub.value)\n"
        "with open('/rom/pkg/data/text.txt') as f:\n    print(f.read())\n")
    (tree / "pkg" / "__init__.py").write_text("print('pkg')\n")
    (tree / "pkg" / "sub.py").write_text("match [1, 2]:\n    case [a, b]:\n        value = a + b\n")
    (tree / "pkg" / "data" / "text.txt").write_text("resource")
    image = work / "app.romfs"
    done = subprocess.run([str(tool), "romfs", "-o", str(image), str(tree)], capture_output=True,
                          text=True, timeout=60)
    return image if done.returncode == 0 else None


PROJECT = {
    "flashfreeze.yaml": """flashfreeze: 1
target: micropython
entry: main
search: [src]
constants: {BOARD: pico}
strip: {asserts: true, names: all, unused: true, lines: none, keep: [on_message]}
firmware: {qstrs: qstrdefs.preprocessed.h}
outputs: {dir: out, frozen: frozen_content.c, romfs: app.romfs}
""",
    "qstrdefs.preprocessed.h": QSTRS,
    "src/main.py": """import sys
from pkg import helper
from pkg.sub import Sensor
LIMIT_VALUE = 5
def on_message(text_given): return text_given
def nobody_calls_it(): return LIMIT_VALUE
assert False
print(Sensor("a").reading_now(), helper.double_it(LIMIT_VALUE), BOARD, sys.modules is None)
""",
    "src/pkg/__init__.py": "",
    "src/pkg/helper.py": "def double_it(value_given):\n    return value_given * 2\n",
    "src/pkg/sub.py": """from . import helper
from .helper import double_it
class Sensor:
    def __init__(self, name): self.label_of_it = name
    def reading_now(self): return self.label_of_it, double_it(21)
""",
}


def build_project(tool, work, names):
    """Problems of what `build` writes for target micropython, and the file system that it makes."""
    project = work / "project"
    for name, text in PROJECT.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)
    done = subprocess.run([str(tool), "build", "--depfile", "out.d"], cwd=project, timeout=60,
                          capture_output=True, text=True)
    if done.returncode:
        return [done.stderr], None
    out = project / "out"
    found = {str(file.relative_to(out)) for file in out.rglob("*") if file.is_file()}
    wanted = {"main.mpy", "pkg/__init__.mpy", "pkg/helper.mpy", "pkg/sub.mpy", "app.romfs",
              "frozen_content.c", "names.txt"}
    problems = [] if found == wanted else ["files %s" % sorted(found ^ wanted)]
    for file in sorted(out.rglob("*.mpy")):
        problems += mpy_check.check_bytes(file.read_bytes(), names)
    everything = b"".join(file.read_bytes() for file in out.rglob("*.mpy"))
    for name in (b"nobody_calls_it", b"LIMIT_VALUE", b"double_it", b"value_given", b"reading_now"):
        if name in everything:
            problems.append("%s is still there" % name.decode())
    if b"on_message" not in everything:
        problems.append("on_message is gone")
    if "src/pkg/helper.py" not in (project / "out.d").read_text():
        problems.append("the depfile lacks a module")
    return problems, out / "app.romfs"


PORT = {
    "port/manifest.py": """metadata(version="1.0")
freeze("$(PORT_DIR)/modules")
include("more")
require("thing")
c_module("cmod")
""",
    "port/modules/_boot.py": "print('boot')\n",
    "port/modules/sub/inner.py": "value = 1\n",
    "port/more/manifest.py": "package('pkg', files=['a.py'], base_path='..')\nmodule('alone.py')\n",
    "port/more/alone.py": "import pkg.a\n",
    "port/pkg/a.py": "from . import b\n",
    "port/pkg/b.py": "not = named\n",
    "lib/python-stdlib/group/thing/manifest.py": "package('thing')\nrequire('other', library='mine')\n",
    "lib/python-stdlib/group/thing/thing/__init__.py": "thing = 1\n",
}


def import_problems(tool, work):
    """What import-manifest makes of a port's manifest.py, built."""
    root = work / "import"
    for name, text in PORT.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    command = [str(tool), "import-manifest", "-v", "PORT_DIR=%s" % (root / "port"), "-v",
               "MPY_LIB_DIR=%s" % (root / "lib"), "-o", "flashfreeze.yaml", "port/manifest.py"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    if done.returncode == 0 or "'other' in the libraries" not in done.stderr:
        return ["a package that is nowhere is not reported: " + done.stderr]
    (root / "lib/python-stdlib/group/thing/manifest.py").write_text("package('thing')\n")
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    if done.returncode or "c_module()" not in done.stderr:
        return [done.stderr or "c_module is not mentioned"]
    done = subprocess.run([str(tool), "build"], cwd=root, capture_output=True, text=True, timeout=60)
    found = {str(file.relative_to(root / "build")) for file in (root / "build").rglob("*.mpy")}
    wanted = {"_boot.mpy", "sub/inner.mpy", "pkg/a.mpy", "alone.mpy", "thing/__init__.mpy"}
    return [done.stderr] if done.returncode else [] if found == wanted else [str(found ^ wanted)]


def listing_problems(tool, scripts, work, names):
    """`dis` lists the instructions that are in the files, and says no to files that are cut off."""
    problems = []
    for i, script in enumerate(scripts):
        mpy = work / "listed.mpy"
        subprocess.run([str(tool), "compile", "-O%d" % (i % 4), "-o", str(mpy), str(script)],
                       check=True, timeout=60, capture_output=True)
        done = subprocess.run([str(tool), "dis", str(mpy)], capture_output=True, timeout=60)
        module = mpy_check.Module(mpy.read_bytes(), names)
        wanted = [inst.place for function in functions(module.top)
                  for inst in function.instructions.values()]
        lines = done.stdout.decode("utf-8", "replace").splitlines()
        found = [int(line[:6]) for line in lines if re.match(r" *\d+  [A-Z]", line)]
        if done.returncode or sorted(found) != sorted(wanted):
            problems.append("%s: %d instructions, not %d" % (script.name, len(found), len(wanted)))
        whole = mpy.read_bytes()
        for size in range(i % 7, len(whole), max(len(whole) // 5, 1)):
            mpy.write_bytes(whole[:size])
            done = subprocess.run([str(tool), "dis", str(mpy)], capture_output=True, timeout=60)
            if done.returncode != 1:
                problems.append("%s cut at %d: exit code %d" % (script.name, size, done.returncode))
    return problems
