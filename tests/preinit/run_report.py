#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What `flashfreeze report` and `flashfreeze why` say is true.

For each example: the objects of the report and its tables add up to the image, its RAM is what the VM
measures when the program runs, every word of RAM is listed by name, text and page can be made, and
the page's script has no mistake when there is a node to ask. Then `why` tells the chains below.
Closes with `N passed, M failed`.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

PROGRAM = {
    "main.py": "import m\nprint(m.make().used())\n",
    "m.py": "class Thing:\n    def used(self):\n        return 1\n"
            "    def unused(self):\n        return [2]\n"
            "def make():\n    return Thing()\ndef idle():\n    return Thing().unused()\n",
}
CHAIN = ["function m.Thing.used", "'used' is mentioned by __main__", "class m.Thing", "module __main__"]


def command(*words, status=0):
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    if done.returncode != status:
        raise AssertionError(f"{words[1:3]}: status {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def expect(condition, text):
    if not condition:
        raise AssertionError(text)


def check_example(tool, manifest, folder):
    report = json.loads(command(tool, "report", manifest, "--format", "json"))
    total = sum(item["bytes"] for item in report["objects"]) + report["tables"]
    expect(total == report["flash"], f"objects are {total} bytes, the image {report['flash']}")
    expect(sum(module["bytes"] for module in report["modules"]) + report["tables"] == total, "modules")
    built = command(tool, "build", manifest, "-o", folder)
    expect(f"rom: {total} bytes" in built, "build says another size")
    expect(os.path.getsize(os.path.join(folder, "app.fzi")) == total, "the file has another size")
    ram = report["ram"]
    expect(sum(word["bytes"] for word in ram["words"]) == ram["globals"], "words of RAM")
    parts = sum(ram[part] for part in ("registers", "globals", "heap", "stack"))
    expect(parts == ram["arena"], "parts of the arena")
    expect(f"{report['flash']} bytes of flash" in command(tool, "report", manifest), "text")
    page = os.path.join(folder, "report.html")
    command(tool, "report", manifest, "--format", "html", "-o", page)
    script = pathlib.Path(page).read_text().split("<script>")[1].split("</script>")[0]
    if shutil.which("node"):
        place = os.path.join(folder, "report.js")
        pathlib.Path(place).write_text(script)
        command("node", "--check", place)
    return ram


def check_measured(tool, manifest, ram):
    done = subprocess.run([tool, "run", manifest, "--stats"], capture_output=True, text=True, timeout=60)
    found = re.search(r"globals: (\d+)", done.stderr + done.stdout)
    expect(found, f"no figure of globals in {done.stderr[-300:]}")
    measured, said = int(found[1]), ram["registers"] + ram["globals"]
    expect(measured == said, f"globals and registers take {measured} bytes, the report says {said}")


def check_why(tool, folder):
    for name, text in PROGRAM.items():
        pathlib.Path(folder, name).write_text(text)
    main = os.path.join(folder, "main.py")
    chain = command(tool, "why", "used", main)
    at = 0
    for part in CHAIN:
        expect(part in chain[at:], f"{part} is not in its place in:\n{chain}")
        at = chain.index(part, at)
    for gone in ("unused", "idle"):
        expect("nothing called" in command(tool, "why", gone, main, status=1), f"{gone} is there")


def check_resource(tool, folder):
    """A file is a bytes object in flash: it takes no RAM, and a view of it needs none for its bytes."""
    data = bytes(range(256)) * 8
    pathlib.Path(folder, "font.bin").write_bytes(data)
    pathlib.Path(folder, "main.py").write_text(
        "view = memoryview(FONT)\nprint(len(FONT), FONT[200], sum(view[1024:1280]), bytes(view[4:8]))\n")
    manifest = os.path.join(folder, "app.yaml")
    pathlib.Path(manifest).write_text("flashfreeze: 1\nentry: main\nruntime: {heap: 512, stack: 256}\n"
                                      "resources: [{file: font.bin, as: FONT}]\n")
    expect(command(tool, "run", manifest) == f"2048 200 {sum(range(256))} b'\\x04\\x05\\x06\\x07'\n", "output")
    report = json.loads(command(tool, "report", manifest, "--format", "json"))
    expect(sum(item["bytes"] for item in report["objects"] if item["kind"] == "bytes") == 2052,
           "the bytes are there once")


CATCHING = """def attempt(number):
    try:
        if number == 0:
            return 1 % number
        if number == 1:
            return [][number]
        if number == 2:
            return {}[number]
        if number == 3:
            return None + number
        if number == 4:
            return int("four")
        return number.missing
    except ArithmeticError:
        return "arithmetic"
    except (LookupError, TypeError) as error:
        return isinstance(error, TypeError)
    except Exception as error:
        return isinstance(error, ValueError), isinstance(error, LookupError)


for i in range(6):
    print(attempt(i), isinstance(i, int))
"""


def check_classes(tool, folder):
    """strip.classes: what a program can tell stays, and other classes of the runtime are not there."""
    pathlib.Path(folder, "main.py").write_text(CATCHING)
    manifest = os.path.join(folder, "app.yaml")
    outputs = []
    names = []
    for strip in ("false", "true"):
        pathlib.Path(manifest).write_text(f"flashfreeze: 1\nentry: main\nstrip: {{classes: {strip}}}\n")
        outputs.append(command(tool, "run", manifest, "--preinit", "off"))
        report = json.loads(command(tool, "report", manifest, "--format", "json"))
        names.append({item["name"] for item in report["objects"] if item["kind"] == "class"})
    expect(outputs[0] == outputs[1], f"with strip.classes:\n{outputs[1]}")
    expect({"ZeroDivisionError", "KeyError", "NoneType", "function"} <= names[0], "classes are there")
    expect({"int", "ValueError", "TypeError", "LookupError", "ArithmeticError"} <= names[1],
           f"what code names stays: {names[1]}")
    gone = {"ZeroDivisionError", "KeyError", "IndexError", "NoneType", "function"}
    expect(not names[1] & gone, f"what nothing tells apart is gone: {names[1] & gone}")


def check_diff(tool, folder):
    """The difference of two reports is that of their figures, entry by entry."""
    main = os.path.join(folder, "main.py")
    old, new = os.path.join(folder, "old.json"), os.path.join(folder, "new.json")
    for name, text in PROGRAM.items():
        pathlib.Path(folder, name).write_text(text)
    command(tool, "report", main, "--format", "json", "-o", old)
    pathlib.Path(folder, "m.py").write_text(
        PROGRAM["m.py"].replace("used(self)", "used(self, more=('<', 2))") + "count = 0\n"
        "def counted():\n    global count\n    count = min(count + 1, 2)\n    return count\n")
    pathlib.Path(main).write_text("import m\nprint(m.make().used(), m.counted())\n")
    command(tool, "report", main, "--format", "json", "-o", new)
    before, after = (json.loads(pathlib.Path(path).read_text()) for path in (old, new))
    diff = json.loads(command(tool, "report", "--diff", old, new, "--format", "json"))
    expect(diff == json.loads(command(tool, "report", "--diff", old, main, "--format", "json")),
           "a report that was saved, and one that is made now")
    totals = {entry["name"]: (entry["before"], entry["after"]) for entry in diff["totals"]}
    expect(totals["flash"] == (before["flash"], after["flash"]), "flash")
    expect(totals["RAM"] == (before["ram"]["arena"], after["ram"]["arena"]), "RAM")
    for section in ("modules", "kinds", "objects"):
        grown = sum(entry["after"] - entry["before"] for entry in diff[section])
        sums = [sum(entry["bytes"] for entry in report[section]) for report in (before, after)]
        expect(sums[1] - sums[0] == grown, f"{section}: {grown} bytes")
        expect(all(entry["after"] != entry["before"] for entry in diff[section]), "what did not change")
    expect({"name": "m.count", "before": 0, "after": 4} in diff["words"], f"words: {diff['words']}")
    text = command(tool, "report", "--diff", old, new)
    expect("code m.counted: new" in text and "m.count: new, 4" in text, text)
    text = command(tool, "report", "--diff", new, old)
    expect("code m.counted: gone" in text, text)
    expect(command(tool, "report", "--diff", old, old).count("\n") == 3, "nothing changed")
    broken = os.path.join(folder, "broken.json")
    whole = pathlib.Path(old).read_text()
    for text in ("", "{", "[" * 1000, '{"flash": "\\', '{"flash": 1e3, "objects": []}', '{"flash": 1}', whole + "x",
                 whole[:len(whole) // 2], '{"flash": "\\u00"', '{"flash": nul, "objects": []}'):
        pathlib.Path(broken).write_text(text)
        done = subprocess.run([tool, "report", "--diff", broken, old], capture_output=True, text=True, timeout=60)
        expect(done.returncode == 3 and "it is no report in JSON" in done.stderr, f"{text[:30]}: {done.stderr}")
    command(tool, "report", "--diff", os.path.join(folder, "m.py"), old, status=3)
    command(tool, "report", "--diff", old, old, "--format", "html", status=2)


def check_budgets(tool, folder):
    """More than a budget is an error at its place, with what takes most; within it, nothing is said."""
    for name, text in PROGRAM.items():
        pathlib.Path(folder, name).write_text(text)
    manifest = os.path.join(folder, "app.yaml")
    head = "flashfreeze: 1\nentry: main\nruntime: {heap: 512, stack: 256}\n"
    cases = [
        ("budget: {rom: 1K}\n", ":4:15: error[FZ0712]", "most takes (runtime) ("),
        ("budget: {ram: 256}\n", ":4:15: error[FZ0712]", "most takes heap (512), stack (256), "),
        ("budget:\n  modules:\n    main: 2K\n    m: 96\n", ":7:8: error[FZ0712]", "flash for module 'm', "),
        ("budget: {modules: {m: 96}}\n", ":4:23: error[FZ0712]", "most takes m.Thing"),
        ("budget: {modules: {main: 1}}\n", ":4:26: error[FZ0712]", "__main__"),
        ("budget: {modules: {n: 1K}}\n", ":4:23: error[FZ0713]", "no module 'n'"),
        ("budget: {modules: {m: lots}}\n", ":4:23: error[FZ0116]", "budget.modules.m must be"),
    ]
    for budget, place, text in cases:
        pathlib.Path(manifest).write_text(head + budget)
        for name in ("build", "check"):
            done = subprocess.run([tool, name, manifest, *(["-o", folder] if name == "build" else [])],
                                  capture_output=True, text=True, timeout=60)
            expect(done.returncode == 1 and place in done.stderr and text in done.stderr,
                   f"{name} with {budget}: {done.returncode}\n{done.stderr}")
    pathlib.Path(manifest).write_text(head + "budget: {rom: 16K, ram: 1K, modules: {main: 1K, m: 1K}}\n")
    command(tool, "build", manifest, "-o", folder)


FAILING = """class Pump:
    def start(self, level):
        if level > 2:
            return self._open(level)

    def _open(self, level):
        table = [1, 2]
        return table[level]


def run():
    pump = Pump()
    for i in range(5):
        pump.start(i)


run()
"""


def check_symbols(tool, folder):
    """What a stripped image prints becomes, with the map, what one with lines and names prints."""
    pathlib.Path(folder, "app.py").write_text(FAILING)
    manifest, symbols = os.path.join(folder, "app.yaml"), os.path.join(folder, "app.map")
    wanted = None
    for strip in ("lines: table", "lines: table, names: private", "lines: table, names: all",
                  "lines: none", "lines: none, names: all"):
        pathlib.Path(manifest).write_text("flashfreeze: 1\nname: app\nentry: app\nstrip: {%s}\n" % strip)
        command(tool, "build", manifest, "-o", folder, "--map", symbols)
        printed = subprocess.run([tool, "run", manifest], capture_output=True, text=True, timeout=60)
        printed = printed.stdout + printed.stderr
        wanted = wanted or printed
        expect(("_open" in printed) == ("names" not in strip), f"{strip}: names\n{printed}")
        place = os.path.join(folder, "printed.txt")
        pathlib.Path(place).write_text(printed)
        got = command(tool, "symbolize", symbols, place)
        expect(got == wanted, f"{strip}: symbolized\n{got}wanted\n{wanted}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default="build")
    tool = os.path.join(os.path.abspath(parser.parse_args().build), "flashfreeze")
    passed = failed = 0
    tests = [("why", lambda folder: check_why(tool, folder)),
             ("symbolize", lambda folder: check_symbols(tool, folder)),
             ("difference", lambda folder: check_diff(tool, folder)),
             ("budgets", lambda folder: check_budgets(tool, folder)),
             ("classes", lambda folder: check_classes(tool, folder)),
             ("resources", lambda folder: check_resource(tool, folder))]
    for manifest in sorted(map(str, (ROOT / "examples").glob("*/flashfreeze.yaml"))):
        def test(folder, manifest=manifest):
            check_measured(tool, manifest, check_example(tool, manifest, folder))
        tests.append((manifest, test))
    for name, test in tests:
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(folder)
                passed += 1
            except AssertionError as problem:
                failed += 1
                print(f"FAILED {name}: {problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
