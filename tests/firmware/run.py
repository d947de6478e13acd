#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Firmware tests: the same frozen program on the host and in QEMU.

    run.py --build DIRECTORY

Freezes examples/sensor_node, builds it for the host and for the boards below, and demands that
output and the Python side of memory are the same to the byte, that it runs in 8 KiB of RAM, and
that neither the generated code nor the runtime has writable data or needs a library. Then
examples/blink and examples/morse with runtimes built for them alone (FZ_NEEDS): the same output as
with the whole one; and blink as it is shipped, which must keep within its flash and RAM.
"""
import argparse
import json
import os
import re
import subprocess
import sys

import images

ORACLE = "/usr/bin/python3"
EXAMPLE = os.path.join(images.ROOT, "examples", "sensor_node")
SMALL = {name: os.path.join(images.ROOT, "examples", name) for name in ("blink", "morse")}
SMALL_ON = {"blink": (images.CORTEX_M0, images.RV32), "morse": (images.HOST, images.CORTEX_M3)}

# Board, bytes of RAM, whether the start-up fences the rest off.
BOARDS = [
    (images.CORTEX_M3, "8K", True),
    (images.CORTEX_M0, "8K", True),
    (images.RV32, "8K", True),
]
STACK = "STACK_LEN=1792"
SHIPPED_FLASH, SHIPPED_RAM = 10240, 512 # runtime and image; all static data, without the C stack

# The files that may call the toolchain's libm: the module math, and ** of floats.
MATH_FILES = ("modules_math", "modules_float_pow")
MEMORY_FUNCTIONS = {"memcpy", "memmove", "memset", "memcmp"}
# What the compiler itself calls: soft float, 64-bit arithmetic, switch tables.
HELPER = re.compile(r"__aeabi_|__gnu_thumb1_case_|__(u|)(div|mod|mul|cmp|ashl|ashr|lshr|clz|ctz|"
                    r"popcount|bswap|neg)\w*[sdt]i\d?$|__(add|sub|mul|div|neg|eq|ne|ge|gt|le|lt|"
                    r"unord|fix|fixuns|float|floatun|extend|trunc)\w*[sd][fi]\w*$|"
                    r"__riscv_(save|restore)_\d+$|__stack_chk_|_GLOBAL_OFFSET_TABLE_")
LIBM = re.compile(r"(a?(sin|cos|tan)h?|atan2|exp|exp2|expm1|log|log2|log10|log1p|pow|sqrt|cbrt|"
                  r"hypot|erfc?|[lt]gamma|fmod|floor|ceil|trunc|round|fabs|copysign|frexp|ldexp|"
                  r"modf|nextafter|remainder|scalbn)f?$")


class Tests:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, problem):
        """Counts a test; `problem` is empty when it passed."""
        if problem:
            self.failed += 1
            print(f"FAILED {name}: {problem}", flush=True)
        else:
            self.passed += 1

    def attempt(self, name, action):
        """Runs an action that gives a problem or None; gives what it raised as the problem."""
        try:
            self.check(name, action())
        except (images.Failed, OSError, subprocess.SubprocessError) as failure:
            self.check(name, str(failure))


def difference(expected, got):
    if expected == got:
        return None
    lines, other = expected.splitlines(), got.splitlines()
    for number, (a, b) in enumerate(zip(lines, other), 1):
        if a != b:
            return f"line {number}: expected {a!r}, got {b!r}"
    return f"expected {len(lines)} lines, got {len(other)}; the last is {other[-1:]}"


def split_output(text):
    """(what the program printed with its memory figures, the line about the board)"""
    lines = text.splitlines()
    return "\n".join(line for line in lines if not line.startswith("board:")), \
        "\n".join(line for line in lines if line.startswith("board:"))


def writable(builder, objects):
    """Objects with bytes in a section that ends up in RAM."""
    bad = []
    for file in objects:
        for section, size in builder.sections(file).items():
            if size and re.match(r"\.(data|sdata|bss|sbss|tdata|tbss)(\.|$)|COMMON", section) \
                    and not section.startswith(".data.rel.ro"):
                bad.append(f"{os.path.basename(file)} {section} {size}")
    return ", ".join(bad)


def foreign_symbols(builder, objects):
    """Symbols that the runtime needs from elsewhere and should not."""
    defined = set()
    for file in objects:
        text = images.command([builder.target.tool_prefix + "nm", "--defined-only", file])
        defined |= {line.split()[-1] for line in text.splitlines() if line.strip()}
    bad = []
    for file in objects:
        is_math = any(name in os.path.basename(file) for name in MATH_FILES)
        for symbol in sorted(builder.undefined(file) - defined - MEMORY_FUNCTIONS):
            if not (HELPER.match(symbol) or is_math and LIBM.match(symbol)):
                bad.append(f"{os.path.basename(file)} needs {symbol}")
    return ", ".join(bad)


def image_of(builder, app, settings=(), guard=True):
    folder = os.path.dirname(app)
    objects = builder.runtime() + [builder.compile(app, [folder])]
    objects.append(builder.compile(os.path.join(EXAMPLE, "firmware", "main.c"), [folder]))
    return builder.link("sensor_node", objects, settings, guard)


def test_board(tests, target, ram, guard, app, directory, expected):
    builder = images.Builder(target, directory)
    name = target.name
    tests.attempt(f"{name}: generated code without writable data",
                  lambda: writable(builder, [builder.compile(app, [os.path.dirname(app)])]))
    tests.attempt(f"{name}: runtime without writable statics",
                  lambda: writable(builder, builder.runtime()))
    tests.attempt(f"{name}: runtime needs no library",
                  lambda: foreign_symbols(builder, builder.runtime()))

    def run():
        image = image_of(builder, app, [f"RAM_LEN={ram}", STACK], guard)
        status, output = builder.run(image)
        program, board = split_output(output)
        flash, static = images.flash_and_ram(builder.sections(image))
        print(f"{name}: flash {flash}, static RAM {static}; {board}", flush=True)
        if status != 0:
            return f"status {status}\n{output[-800:]}"
        return difference(expected, program)
    tests.attempt(f"{name}: same as on the host in {ram} of RAM", run)


def forecast_fault(tool, output):
    """The boards print the same figures as the host, so one comparison holds for all."""
    ram = json.loads(images.command([tool, "report", "--format", "json",
                                     os.path.join(EXAMPLE, "flashfreeze.yaml")]))["ram"]
    said = (ram["arena"], ram["registers"] + ram["globals"])
    measured = (int(re.search(r"arena (\d+)", output)[1]), int(re.search(r"globals (\d+)", output)[1]))
    return None if said == measured else f"the report says {said}, measured are {measured}"


def small_image(name, builder, app, settings=(), guard=True):
    folder, firmware = os.path.dirname(app), os.path.join(SMALL[name], "firmware")
    objects = builder.runtime() + [builder.compile(app, [folder])]
    objects += [builder.compile(os.path.join(firmware, f), [folder]) for f in ("board.c", "main.c")]
    return builder.link(name, objects, settings, guard)


def blink_fault(output):
    return None if output == 3 * ("#" * 5 + "." * 5) else f"another pattern: {output}"


def shipped_fault(tool, directory, expected):
    """Blink with the flags of a release on a Cortex-M0+, whose code a Cortex-M0 runs."""
    app = images.freeze(tool, os.path.join(SMALL["blink"], "flashfreeze.yaml"), directory)
    target = images.with_flags(images.CORTEX_M0, "-mcpu=cortex-m0plus", "-flto")
    target.name = "cortex-m0plus-lto"
    builder = images.Builder(target, directory, needs=os.path.join(directory, "app_needs.h"))
    image = small_image("blink", builder, app)
    flash, static = images.flash_and_ram(builder.sections(image))
    print(f"blink as shipped: flash {flash}, static RAM {static}", flush=True)
    if flash > SHIPPED_FLASH or static > SHIPPED_RAM:
        return f"more than {SHIPPED_FLASH} bytes of flash or {SHIPPED_RAM} of RAM"
    status, output = builder.run(image)
    return f"status {status}\n{output[-800:]}" if status else difference(expected, output)


def morse_fault(output):
    oracle = images.command([ORACLE, "-B", os.path.join(SMALL["morse"], "src", "main.py")])
    texts = [re.sub(r"^[#.]+", "", line) for line in output.splitlines()]
    return (difference(oracle.rstrip("\n"), "\n".join(line for line in texts if line)) or
            (None if "#.#.#...###.###.###...#.#.#..." in output else "no SOS"))


def test_small(tests, name, fault, tool, directory):
    """The whole runtime on the host; that for the program alone on two other machines."""
    directory, whole = os.path.join(directory, name), directory
    app = images.freeze(tool, os.path.join(SMALL[name], "flashfreeze.yaml"), directory)
    needs = os.path.join(directory, "app_needs.h")
    host = images.Builder(images.HOST, whole)
    status, expected = host.run(small_image(name, host, app))
    tests.check(f"{name}: status", f"{status}\n{expected[-800:]}" if status else None)
    tests.check(f"{name}: prints what it should", fault(expected))
    for target in SMALL_ON[name]:
        def run():
            builder = images.Builder(target, directory, needs=needs)
            image = small_image(name, builder, app, ["RAM_LEN=8K", STACK])
            status, output = builder.run(image)
            flash, static = images.flash_and_ram(builder.sections(image))
            print(f"{name} on {target.name}: flash {flash}, static RAM {static}", flush=True)
            return f"status {status}\n{output[-800:]}" if status else difference(expected, output)
        tests.attempt(f"{name} on {target.name}: same with a runtime for it alone", run)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(images.ROOT, "build"))
    options = parser.parse_args()
    build = os.path.abspath(options.build)
    tool, directory = os.path.join(build, "flashfreeze"), os.path.join(build, "firmware")
    tests = Tests()
    try:
        app = images.freeze(tool, os.path.join(EXAMPLE, "flashfreeze.yaml"),
                            os.path.join(directory, "sensor_node"))
        host = images.Builder(images.HOST, directory)
        status, output = host.run(image_of(host, app))
    except (images.Failed, OSError) as failure:
        print(f"FAILED host: {failure}\n0 passed, 1 failed")
        return 1
    expected, _ = split_output(output)
    tests.check("host: status", f"{status}\n{output[-800:]}" if status else None)
    oracle = images.command([ORACLE, "-B", os.path.join(EXAMPLE, "src", "main.py")])
    printed = "\n".join(line for line in expected.splitlines() if not line.startswith("memory:"))
    tests.check("host: prints what CPython prints", difference(oracle.rstrip("\n"), printed))
    print("\n".join(line for line in expected.splitlines() if line.startswith("memory:")))
    tests.attempt("report: RAM as measured", lambda: forecast_fault(tool, output))
    for target, ram, guard in BOARDS:
        test_board(tests, target, ram, guard, app, directory, expected)
    tests.attempt("blink as shipped", lambda: shipped_fault(
        tool, os.path.join(directory, "shipped"), 3 * ("#" * 5 + "." * 5)))
    for name, fault in (("blink", blink_fault), ("morse", morse_fault)):
        tests.attempt(name, lambda: test_small(tests, name, fault, tool, directory))
    print(f"{tests.passed} passed, {tests.failed} failed")
    return 1 if tests.failed else 0


if __name__ == "__main__":
    sys.exit(main())
