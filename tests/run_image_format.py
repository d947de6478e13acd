#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads images by docs/image-format.md alone: a reader in Python that takes the fields of the header
and the kinds of objects from that page's tables and checks that what it finds is what the page says.

usage: run_image_format.py --build BUILD
"""
import argparse
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = ["examples/sensor_node/flashfreeze.yaml", "examples/morse/flashfreeze.yaml",
            "tests/golden/dis/constants.py", "tests/golden/link/clean/main.py"]
SINGLETONS = ["NONE", "BOOL", "BOOL", "ELLIPSIS", "NOT_IMPLEMENTED", "TUPLE", "STR", "BYTES"]


class Wrong(Exception):
    pass


def expect(condition, text):
    if not condition:
        raise Wrong(text)


def page():
    text = (ROOT / "docs" / "image-format.md").read_text()
    fields = [(int(word), name) for word, name in re.findall(r"^\| (\d+) \| `(\w+)` \|", text, re.M)]
    kinds = {int(number): (name, int(words), tail) for name, number, words, tail in
             re.findall(r"^\| ([A-Z_]+) \| (\d+) \| (\d+) \| (\w+) \|$", text, re.M)}
    return {name: word for word, name in fields}, kinds


def text_hash(text):
    value = 5381
    for byte in text:
        value = (value * 33 ^ byte) & 0xffffffff
    return (value ^ value >> 16) & 0xffff or 1


def index_layout(count):
    """Slots and bytes a cell of the index of a table of `count` entries."""
    if count <= 12:
        return 0, 1
    slots = 16
    while slots < count + (count + 2) // 3:
        slots *= 2
    return slots, 1 if count < 255 else 2 if count < 65535 else 4


class Image:
    def __init__(self, data):
        self.data = data
        self.fields, self.kinds = page()
        self.objects = {}  # offset: (kind, flags, n)

    def word(self, offset):
        return struct.unpack_from("<I", self.data, offset)[0]

    def field(self, name):
        return self.word(self.fields[name] * 4)

    def table(self, offset, count):
        return [self.word(self.field(offset) + 4 * i) for i in range(self.field(count))]

    def check_header(self):
        expect(self.data[:4] == b"FLZ1", "magic")
        expect(self.field("version") & 0xffff == 1, "version")
        expect(self.field("size") == len(self.data), "size")
        at = self.fields["crc"] * 4
        expect(self.field("crc") == zlib.crc32(self.data[:at] + self.data[at + 4:]), "crc")
        behind = (self.fields["kinds"] + 2) * 4
        expect(not any(self.data[behind:128]), "the words behind the fields are not zero")

    def size_of(self, kind, flags, count):
        name, words, tail = self.kinds[kind]
        size = words * 4
        if tail in ("VALUES", "WORDS"):
            size += count * 4
        elif tail == "BYTES":
            size += count
        elif tail == "TEXT":
            size += count + 2
        elif tail == "MASK":
            size += bin(count).count("1") * 4
        elif tail == "TABLE":
            slots, width = index_layout(count)
            size += count * (8 if flags & 1 else 4) + slots * width
        return size + 3 & ~3

    def walk(self):
        at = 128
        while at < self.field("objects_end"):
            header = self.word(at)
            expect(header & 3 == 1, f"header at {at}")
            kind, flags, count = header >> 2 & 63, header >> 8 & 3, header >> 10
            expect(kind in self.kinds, f"kind {kind} at {at} is not on the page")
            self.objects[at] = (self.kinds[kind][0], flags, count)
            at += self.size_of(kind, flags, count)
        expect(at == self.field("objects_end"), "objects do not end at objects_end")
        names = [kind for kind, _, _ in list(self.objects.values())[:len(SINGLETONS)]]
        expect(names == SINGLETONS, f"the first objects are {names}")

    def kind(self, value):
        expect(value & 3 == 2 and value - 2 in self.objects, f"value {value:#x} is no object")
        return self.objects[value - 2][0]

    def text(self, value):
        expect(self.kind(value) == "STR", "a name is no STR")
        at, count = value - 2, self.objects[value - 2][2]
        text = self.data[at + 6:at + 6 + count]
        expect(struct.unpack_from("<H", self.data, at + 4)[0] == text_hash(text), f"hash of {text}")
        expect((self.objects[at][1] & 1 == 1) == text.isascii(), f"flag A of {text}")
        return text

    def entries(self, value):
        """Pairs of a DICT; each is looked up as the page says."""
        expect(self.kind(value) == "DICT", "no DICT")
        count, table = self.objects[value - 2][2], self.word(value + 2)
        expect((table == 0) == (count == 0), "NULL table")
        pairs = [(self.word(table + 2 + 8 * i), self.word(table + 6 + 8 * i)) for i in range(count)]
        slots, width = index_layout(count)
        for number, (key, _) in enumerate(pairs if slots else []):
            hashed = text_hash(self.text(key))
            place = hashed ^ hashed >> 5 ^ hashed >> 12
            while True:
                slot = place & slots - 1
                start = table + 2 + 8 * count + slot * width
                cell = int.from_bytes(self.data[start:start + width], "little")
                expect(cell, "a key is not found through the index")
                if cell == number + 1:
                    break
                place = 5 * place + 1
        return pairs

    def check_names(self):
        slots = self.table("interned_off", "interned_slots")
        for value in filter(None, slots):
            slot = text_hash(self.text(value)) & len(slots) - 1
            while slots[slot] != value:
                expect(slots[slot], "a name is not found in the table of names")
                slot = slot + 1 & len(slots) - 1
            expect(self.objects[value - 2][1] & 2, "a name without flag B")
        flagged = [at for at, (kind, flags, n) in self.objects.items()
                   if kind == "STR" and flags & 2 and n]
        found = {value - 2 for value in filter(None, slots)}
        expect(found <= set(flagged), "flag B")
        self.check_numbered("names_off", "STR")
        self.check_numbered("types_off", "CLASS")

    def check_numbered(self, name, kind):
        start = self.field(name)
        at = self.word(start)
        count = (at - start) // 4
        used = [byte for byte in self.data[at:at + 4 * 24] if byte]
        expect(start < at <= len(self.data) and all(byte < count for byte in used), name)
        for number in range(1, count):
            expect(self.kind(self.word(start + 4 * number)) == kind, f"a value of {name}")

    def check_modules(self):
        modules = self.table("modules_off", "modules_count")
        expect(self.text(self.word(modules[self.field("entry")] + 2)) == b"__main__", "entry")
        globals_end = 0
        for index, value in enumerate(modules):
            expect(self.kind(value) == "MODULE", "a module of another kind")
            expect(self.word(value - 2 + 28) == index, "index of a module")
            pairs = self.entries(self.word(value - 2 + 8))
            if self.objects[value - 2][1] & 1:
                continue
            numbers = sorted((slot ^ 1 << 31) - (1 << 31) >> 1 for _, slot in pairs)
            slots = [number for number in numbers if number >= 0]
            first = 0 if self.objects[value - 2][1] & 2 else 1
            expect(slots == list(range(first, first + len(slots))), "slots")
            expect(self.word(value - 2 + 24) == globals_end, "globals of a module")
            globals_end += first + len(slots)
            pool = self.word(value - 2 + 20)
            expect(not numbers or numbers[0] >= 0 or
                   -1 - numbers[0] < self.objects[pool - 2][2], "a constant of a module")
        expect(globals_end == self.field("globals_count"), "globals_count")

    def check_codes(self):
        codes = self.table("codes_off", "codes_count")
        expect(len(codes) == sum(kind == "CODE" for kind, _, _ in self.objects.values()), "codes")
        lines = 0
        for value in codes:
            at = value - 2
            sizes, line = self.word(at + 28), self.word(at + 32) & 0xffffff
            tail = self.data[at + 36:at + 36 + self.objects[at][2]]
            rest = tail[(sizes & 0xffff) + (sizes >> 16) * 10:]
            place = 0
            while rest:
                step, delta, used = rest[0] & 15, rest[0] >> 4, 1
                if rest[0] & 128:
                    step, used = rest[0] & 127, 3
                    delta = struct.unpack_from("<h", rest, 1)[0]
                place, line, rest = place + step, line + delta, rest[used:]
                expect(line > 0 and place < sizes & 0xffff, "a step of the lines")
                lines += 1
        return lines

    def check(self):
        self.check_header()
        self.walk()
        self.check_names()
        self.check_modules()
        expect(self.check_codes() > 0, "no lines")
        for value in self.table("natives_off", "natives_count"):
            expect(value < 0x10020, "number of a native")
        expect(self.kind(self.field("builtins")) == "DICT", "builtins")
        self.entries(self.field("builtins"))
        self.text(self.field("name"))
        expect(self.kind(self.field("memory_error")) == "EXCEPTION", "memory_error")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    build = parser.parse_args().build.resolve()
    failed = 0
    for program in PROGRAMS:
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([build / "flashfreeze", "build", ROOT / program, "-o", out], check=True,
                           stdout=subprocess.DEVNULL)
            data = (pathlib.Path(out) / "app.fzi").read_bytes()
        try:
            Image(data).check()
        except (Wrong, struct.error) as problem:
            print(f"{program}: {problem}")
            failed += 1
    print(f"{len(PROGRAMS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
