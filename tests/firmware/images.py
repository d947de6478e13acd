# SPDX-License-Identifier: MIT
"""Builds firmware images out of runtime_stub and a frozen program, and runs them.

A target is a compiler with its flags and, for boards, a start-up, a linker script and the QEMU
machine that runs the image. Objects are kept per target and rebuilt when a source or any header
is newer. Used by the firmware tests, the demonstration and the size table.
"""
import concurrent.futures
import copy
import os
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RUNTIME = os.path.join(ROOT, "runtime_stub")
FOLDERS = ["loader", "heap", "vm", "objects", "builtins", "modules"]
PORT = os.path.join(RUNTIME, "port")

WARNINGS = ["-Wall", "-Wextra", "-Werror"]
FREESTANDING = ["-Os", "-ffreestanding", "-ffunction-sections", "-fdata-sections",
                "-isystem", os.path.join(PORT, "libc")]
SEMIHOSTING = ["-display", "none", "-monitor", "none", "-serial", "none", "-chardev",
               "stdio,id=out", "-semihosting-config", "enable=on,target=native,chardev=out"]


class Failed(Exception):
    """A command that should have worked did not; the text is what it said."""


class Target:
    def __init__(self, name, compiler, flags, port, start=(), script=None, qemu=None, memory=(),
                 warnings=WARNINGS):
        self.name = name
        self.compiler = compiler
        self.flags = flags
        self.port = port      # the port's sources, within runtime_stub/port
        self.start = start    # further sources of a board, and its guard
        self.script = script  # linker script
        self.qemu = qemu      # command that runs an image, without the image
        self.memory = memory  # origins and sizes for the linker script
        self.warnings = warnings

    @property
    def tool_prefix(self):
        return self.compiler.removesuffix("gcc")


def _arm(name, machine, flags, memory=(), guard=False):
    return Target(name, "arm-none-eabi-gcc", ["-mthumb", *flags, *FREESTANDING],
                  ["mem.c", "semihost.c", "cortex-m/startup.c"],
                  ["cortex-m/guard.c"] if guard else [], "cortex-m/link.ld",
                  ["qemu-system-arm", "-M", machine, *SEMIHOSTING, "-kernel"], memory)


HOST = Target("host", "gcc", ["-O2"], ["host/port.c"])
CORTEX_M3 = _arm("cortex-m3", "mps2-an385", ["-mcpu=cortex-m3"], guard=True)
CORTEX_M0 = _arm("cortex-m0", "microbit", ["-mcpu=cortex-m0"])
CORTEX_M0PLUS = _arm("cortex-m0plus", "none", ["-mcpu=cortex-m0plus"])  # for sizes only
RV32 = Target("rv32imac", "riscv64-unknown-elf-gcc",
              ["-march=rv32imac", "-mabi=ilp32", *FREESTANDING],
              ["mem.c", "semihost.c", "riscv/start.S", "riscv/finish.c"], ["riscv/guard.c"],
              "riscv/link.ld",
              ["qemu-system-riscv32", "-M", "virt", "-bios", "none", *SEMIHOSTING, "-kernel"])


def command(line, **options):
    """What a command printed; Failed when it went wrong."""
    done = subprocess.run(line, capture_output=True, text=True, errors="replace", **options)
    if done.returncode != 0:
        shown = line if len(line) < 30 else [*line[:8], "...", *line[-8:]]
        raise Failed(f"{' '.join(shown)}\n{done.stdout}{done.stderr}")
    return done.stdout


def runtime_sources():
    """Every source of the runtime without its ports, by folder."""
    return [os.path.join(RUNTIME, folder, file) for folder in FOLDERS
            for file in sorted(os.listdir(os.path.join(RUNTIME, folder))) if file.endswith(".c")]


def hot_sources():
    """Those of the runtime that programs spend their time in."""
    with open(os.path.join(RUNTIME, "hot.txt"), encoding="ascii") as text:
        return {os.path.join(RUNTIME, line.strip()) for line in text}


def newest_header():
    times = [os.path.getmtime(os.path.join(base, file)) for base, _, files in os.walk(RUNTIME)
             for file in files if file.endswith((".h", ".def"))]
    return max(times)


class Builder:
    """Objects and images of one target under `directory`."""

    def __init__(self, target, directory, jobs=2, defines=(), needs=None, speed=()):
        """`needs`: header of the one program that the runtime is built for (config.h). `speed`: further
        flags of the runtime's hot sources."""
        self.target = target
        self.directory = os.path.join(directory, target.name)
        self.jobs = jobs
        self.defines = [f"-D{d}" for d in defines]
        self.speed = dict.fromkeys(hot_sources(), speed)
        self.headers = newest_header()
        if needs:
            self.defines.append(f'-DFZ_NEEDS="{os.path.abspath(needs)}"')
            self.headers = max(self.headers, os.path.getmtime(needs))
        os.makedirs(self.directory, exist_ok=True)

    def _is_fresh(self, source, out, inputs):
        if not os.path.exists(out):
            return False
        made = os.path.getmtime(out)
        return made > self.headers and all(os.path.getmtime(f) < made for f in (source, *inputs))

    def compile(self, source, includes=(), defines=()):
        """The object of a source, which is compiled unless it is newer than all it is made of."""
        where = os.path.relpath(source, ROOT).replace(os.sep, "_").replace("..", "up")
        out = os.path.join(self.directory, where + ".o")
        inputs = [os.path.join(i, f) for i in includes for f in os.listdir(i) if f.endswith(".h")]
        if defines or not self._is_fresh(source, out, inputs):
            command([self.target.compiler, *self.target.flags, "-g", "-std=c11", *self.target.warnings,
                     "-I" + os.path.join(RUNTIME, "include"), "-I" + RUNTIME, "-I" + PORT,
                     *("-I" + i for i in includes), *self.defines, *("-D" + d for d in defines),
                     *self.speed.get(source, ()), "-c", source, "-o", out])
        return out

    def compile_all(self, sources, includes=()):
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            return list(pool.map(lambda source: self.compile(source, includes), sources))

    def runtime(self):
        return self.compile_all(runtime_sources())

    def link(self, name, objects, settings=(), guard=True):
        """The image of `objects` with the target's port; `settings` are NAME=VALUE of link.ld."""
        target = self.target
        out = os.path.join(self.directory, name + ".elf")
        port = [os.path.join(PORT, f) for f in (*target.port, *(target.start if guard else ()))]
        objects = objects + self.compile_all(port)
        line = [target.compiler, *target.flags, *objects, "-o", out]
        if target.script:
            line += ["-nostartfiles", "-nostdlib", "-Wl,--gc-sections", "-T",
                     os.path.join(PORT, target.script), "-Wl,-Map=" + out + ".map",
                     *(f"-Wl,--defsym={s}" for s in (*target.memory, *settings)), "-lgcc"]
        else:
            line += ["-Wl,--gc-sections", "-lm"]
        command(line)
        return out

    def run(self, image, timeout=60):
        """(status, output) of an image; a run that does not end is a failure."""
        line = [*(self.target.qemu or ()), image]
        try:
            done = subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, timeout=timeout)
        except subprocess.TimeoutExpired as slow:
            raise Failed(f"{image}: no end after {timeout} s\n{(slow.stdout or b'').decode()}")
        return done.returncode, done.stdout.decode(errors="replace")

    def sections(self, file):
        """Bytes of each section of an object or image."""
        lines = command([self.target.tool_prefix + "size", "-A", file]).splitlines()[2:]
        fields = [line.split() for line in lines if len(line.split()) == 3]
        return {f[0]: int(f[1]) for f in fields if f[0] != "Total"}

    def undefined(self, file):
        text = command([self.target.tool_prefix + "nm", "-u", file])
        return {line.split()[-1] for line in text.splitlines() if line.strip()}


def with_flags(target, *flags):
    """The same target with further flags of the compiler."""
    changed = copy.copy(target)
    changed.flags = [*target.flags, *flags]
    return changed


def freeze(tool, manifest, out, variant=None):
    """Runs `flashfreeze build`; the generated C file."""
    os.makedirs(out, exist_ok=True)
    command([tool, "build", manifest, "-o", out, *(["--variant", variant] if variant else [])])
    return os.path.join(out, "app.c")


def flash_and_ram(sections):
    """Bytes of flash and of RAM (data and zeroed data) of an image."""
    flash = sum(n for s, n in sections.items() if s.startswith((".text", ".ARM.ex", ".data")))
    return flash, sum(n for s, n in sections.items() if s.startswith((".data", ".bss")))
