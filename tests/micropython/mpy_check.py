#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads .mpy files (version 6, bytecode) and checks what no loader checks: that indices are in
range, jumps go to instructions, blocks nest, handlers lie behind what they protect, the stack is
equally deep on every way to an instruction, and the declared sizes are exactly the needed ones.

Written from the format alone; nothing here comes from the compiler that makes the files.

    mpy_check.py FILE...          prints what is wrong; exit status 1 when anything is
    mpy_check.py --list FILE...   lists functions and instructions
"""
import sys

NAMES = {
    0x10: "LOAD_CONST_STRING", 0x11: "LOAD_NAME", 0x12: "LOAD_GLOBAL", 0x13: "LOAD_ATTR",
    0x14: "LOAD_METHOD", 0x15: "LOAD_SUPER_METHOD", 0x16: "STORE_NAME", 0x17: "STORE_GLOBAL",
    0x18: "STORE_ATTR", 0x19: "DELETE_NAME", 0x1a: "DELETE_GLOBAL", 0x1b: "IMPORT_NAME",
    0x1c: "IMPORT_FROM", 0x20: "MAKE_CLOSURE", 0x21: "MAKE_CLOSURE_DEFARGS",
    0x22: "LOAD_CONST_SMALL_INT", 0x23: "LOAD_CONST_OBJ", 0x24: "LOAD_FAST", 0x25: "LOAD_DEREF",
    0x26: "STORE_FAST", 0x27: "STORE_DEREF", 0x28: "DELETE_FAST", 0x29: "DELETE_DEREF",
    0x2a: "BUILD_TUPLE", 0x2b: "BUILD_LIST", 0x2c: "BUILD_MAP", 0x2d: "BUILD_SET",
    0x2e: "BUILD_SLICE", 0x2f: "STORE_COMP", 0x30: "UNPACK_SEQUENCE", 0x31: "UNPACK_EX",
    0x32: "MAKE_FUNCTION", 0x33: "MAKE_FUNCTION_DEFARGS", 0x34: "CALL_FUNCTION",
    0x35: "CALL_FUNCTION_VAR_KW", 0x36: "CALL_METHOD", 0x37: "CALL_METHOD_VAR_KW",
    0x40: "UNWIND_JUMP", 0x42: "JUMP", 0x43: "POP_JUMP_IF_TRUE", 0x44: "POP_JUMP_IF_FALSE",
    0x45: "JUMP_IF_TRUE_OR_POP", 0x46: "JUMP_IF_FALSE_OR_POP", 0x47: "SETUP_WITH",
    0x48: "SETUP_EXCEPT", 0x49: "SETUP_FINALLY", 0x4a: "POP_EXCEPT_JUMP", 0x4b: "FOR_ITER",
    0x50: "LOAD_CONST_FALSE", 0x51: "LOAD_CONST_NONE", 0x52: "LOAD_CONST_TRUE", 0x53: "LOAD_NULL",
    0x54: "LOAD_BUILD_CLASS", 0x55: "LOAD_SUBSCR", 0x56: "STORE_SUBSCR", 0x57: "DUP_TOP",
    0x58: "DUP_TOP_TWO", 0x59: "POP_TOP", 0x5a: "ROT_TWO", 0x5b: "ROT_THREE",
    0x5c: "WITH_CLEANUP", 0x5d: "END_FINALLY", 0x5e: "GET_ITER", 0x5f: "GET_ITER_STACK",
    0x62: "STORE_MAP", 0x63: "RETURN_VALUE", 0x64: "RAISE_LAST", 0x65: "RAISE_OBJ",
    0x66: "RAISE_FROM", 0x67: "YIELD_VALUE", 0x68: "YIELD_FROM", 0x69: "IMPORT_STAR"}

# Stack effect: entries taken, entries left.
EFFECT = {
    0x10: (0, 1), 0x11: (0, 1), 0x12: (0, 1), 0x13: (1, 1), 0x14: (1, 2), 0x15: (3, 2),
    0x16: (1, 0), 0x17: (1, 0), 0x18: (2, 0), 0x19: (0, 0), 0x1a: (0, 0), 0x1b: (2, 1),
    0x1c: (1, 2), 0x22: (0, 1), 0x23: (0, 1), 0x24: (0, 1), 0x25: (0, 1), 0x26: (1, 0),
    0x27: (1, 0), 0x28: (0, 0), 0x29: (0, 0), 0x2c: (0, 1), 0x32: (0, 1), 0x33: (2, 1),
    0x50: (0, 1), 0x51: (0, 1), 0x52: (0, 1), 0x53: (0, 1), 0x54: (0, 1), 0x55: (2, 1),
    0x56: (3, 0), 0x57: (1, 2), 0x58: (2, 4), 0x59: (1, 0), 0x5a: (2, 2), 0x5b: (3, 3),
    0x5e: (1, 1), 0x5f: (1, 4), 0x62: (3, 1), 0x63: (1, 0), 0x64: (0, 0), 0x65: (1, 0),
    0x66: (2, 0), 0x67: (1, 1), 0x68: (2, 1), 0x69: (1, 0)}

ENDS = {0x40, 0x42, 0x4a, 0x63, 0x64, 0x65, 0x66}
SETUPS = {0x47, 0x48, 0x49}
GENERATOR, VARKEYWORDS, VARARGS, DEFKWARGS = 1, 2, 4, 8


class Damaged(Exception):
    """The file does not follow the format."""


class Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def byte(self):
        if self.at >= len(self.data):
            raise Damaged("the file ends early")
        self.at += 1
        return self.data[self.at - 1]

    def take(self, count):
        if self.at + count > len(self.data):
            raise Damaged("the file ends early")
        self.at += count
        return self.data[self.at - count:self.at]

    def uint(self):
        value = 0
        while True:
            byte = self.byte()
            value = value << 7 | byte & 127
            if byte < 128:
                return value


class Instruction:
    def __init__(self, place, code):
        self.place = place
        self.code = code
        self.operand = None
        self.extra = None
        self.target = None
        self.next = None

    def name(self):
        if self.code in NAMES:
            return NAMES[self.code]
        for first, count, text in ((0x70, 64, "INT"), (0xb0, 16, "FAST"), (0xc0, 16, "STORE"),
                                   (0xd0, 4, "UNARY"), (0xd7, 35, "BINARY")):
            if first <= self.code < first + count:
                return "%s_%d" % (text, self.code - first - (16 if text == "INT" else 0))
        raise Damaged("no instruction has the value 0x%02x" % self.code)

    def effect(self):
        """Entries taken and left when the instruction goes on to the next."""
        code, number = self.code, self.operand
        if code in EFFECT:
            return EFFECT[code]
        if 0x70 <= code < 0xc0:
            return 0, 1
        if 0xc0 <= code < 0xd0:
            return 1, 0
        if 0xd0 <= code < 0xd4:
            return 1, 1
        if code >= 0xd7:
            return 2, 1
        if code in (0x2a, 0x2b, 0x2d, 0x2e):
            return number, 1
        if code == 0x2f:
            return (2, 0) if number & 3 == 1 else (1, 0)
        if code == 0x30:
            return 1, number
        if code == 0x31:
            return 1, (number & 255) + (number >> 8) + 1
        if code in (0x20, 0x21):
            return self.extra + (2 if code == 0x21 else 0), 1
        if 0x34 <= code <= 0x37:
            return {0x34: 1, 0x35: 2, 0x36: 2, 0x37: 3}[code] + (number & 255) + 2 * (number >> 8), 1
        return {0x43: (1, 0), 0x44: (1, 0), 0x45: (1, 0), 0x46: (1, 0), 0x47: (1, 3),
                0x4b: (0, 1), 0x5c: (3, 1), 0x5d: (1, 0)}.get(code, (0, 0))


class Function:
    """One function: its header, its instructions, its children."""

    def __init__(self, data, texts, objects):
        self.raw = data
        reader = Reader(data)
        self.read_signature(reader)
        info, cells = self.read_sizes(reader)
        header = Reader(reader.take(info))
        self.name = texts[header.uint()]
        self.arguments = [texts[header.uint()] for _ in range(self.positional + self.kwonly)]
        self.lines = header.data[header.at:]
        self.cells = list(reader.take(cells))
        self.code = reader.data[reader.at:]
        self.texts, self.objects = texts, objects
        self.instructions = {}
        self.children = []
        self.decode()

    def read_signature(self, reader):
        byte = reader.byte()
        state, blocks, flags, args, kwonly, defaults = byte >> 3 & 15, byte >> 2 & 1, 0, byte & 3, 0, 0
        round_ = 0
        while byte & 128:
            byte = reader.byte()
            flags |= (byte >> 6 & 1) << round_
            state |= (byte >> 4 & 3) << (4 + 2 * round_)
            kwonly |= (byte >> 3 & 1) << round_
            args |= (byte >> 2 & 1) << (2 + round_)
            blocks |= (byte >> 1 & 1) << (1 + round_)
            defaults |= (byte & 1) << round_
            round_ += 1
        self.state, self.blocks, self.flags = state + 1, blocks, flags
        self.positional, self.kwonly, self.defaults = args, kwonly, defaults

    @staticmethod
    def read_sizes(reader):
        info = cells = round_ = 0
        while True:
            byte = reader.byte()
            info |= (byte >> 1 & 63) << 6 * round_
            cells |= (byte & 1) << round_
            round_ += 1
            if byte < 128:
                return info, cells

    def decode(self):
        reader = Reader(self.code)
        while reader.at < len(self.code):
            inst = Instruction(reader.at, reader.byte())
            inst.name()
            kind = inst.code >> 4
            if inst.code == 0x22:
                inst.operand = self.signed(reader)
            elif kind in (1, 2, 3):
                inst.operand = reader.uint()
            elif kind == 4:
                low = reader.byte()
                value = low & 127 | (reader.byte() << 7 if low & 128 else 0)
                if inst.code <= 0x44:
                    value -= 0x4000 if low & 128 else 0x40
                inst.target = reader.at + value
            if inst.code & 0x9e == 0:
                inst.extra = reader.byte()
            inst.next = reader.at
            self.instructions[inst.place] = inst

    @staticmethod
    def signed(reader):
        value = -1 if reader.data[reader.at] & 64 else 0
        while True:
            byte = reader.byte()
            value = value << 7 | byte & 127
            if byte < 128:
                return value

    def parameter_count(self):
        return (self.positional + self.kwonly + bool(self.flags & VARARGS) +
                bool(self.flags & VARKEYWORDS))


class Module:
    def __init__(self, data, static_names):
        reader = Reader(data)
        if reader.take(2) != b"M\x06":
            raise Damaged("not a .mpy file of version 6")
        if reader.byte() != 0:
            raise Damaged("the file has native code")
        self.int_bits = reader.byte()
        text_count, object_count = reader.uint(), reader.uint()
        self.texts = [self.read_text(reader, static_names) for _ in range(text_count)]
        self.objects = [self.read_object(reader) for _ in range(object_count)]
        if len(set(self.texts)) != len(self.texts):
            raise Damaged("a name is in the table twice")
        self.top = self.read_function(reader)
        if reader.at != len(data):
            raise Damaged("bytes follow the last function")

    @staticmethod
    def read_text(reader, static_names):
        head = reader.uint()
        if head & 1:
            if head >> 1 not in static_names:
                raise Damaged("there is no fixed name %d" % (head >> 1))
            return static_names[head >> 1]
        if head >> 1 > 255:
            raise Damaged("a name is longer than 255 bytes")
        text = reader.take(head >> 1)
        if reader.byte() != 0:
            raise Damaged("a name does not end in NUL")
        return bytes(text).decode("utf-8", "surrogatepass")

    def read_object(self, reader):
        tag = reader.byte()
        if tag in (1, 2, 3, 4):
            return (None, None, False, True, Ellipsis)[tag]
        if tag == 10:
            return tuple(self.read_object(reader) for _ in range(reader.uint()))
        if not 5 <= tag <= 9:
            raise Damaged("an object has the tag %d" % tag)
        text = bytes(reader.take(reader.uint()))
        if tag in (5, 6):
            if reader.byte() != 0:
                raise Damaged("a text does not end in NUL")
            return text.decode("utf-8", "surrogatepass") if tag == 5 else text
        return {7: int, 8: float, 9: complex}[tag](text.decode())

    def read_function(self, reader):
        head = reader.uint()
        if head & 3:
            raise Damaged("a function is machine code")
        function = Function(reader.take(head >> 3), self.texts, self.objects)
        if head & 4:
            function.children = [self.read_function(reader) for _ in range(reader.uint())]
        return function


class Check:
    """Walks a function along every edge. A state is (depth, blocks); a block is (kind, handler,
    saved depth, handling); handlers of finally blocks may find one entry more than counted."""

    def __init__(self, function, int_bits):
        self.function = function
        self.int_bits = int_bits
        self.problems = []
        self.states = {}
        self.work = []
        self.most = self.most_blocks = 0
        self.local_count = function.parameter_count()

    def wrong(self, inst, text):
        self.problems.append("%s+%d %s: %s" % (self.function.name, inst.place, inst.name(), text))

    @staticmethod
    def slack(blocks):
        return sum(1 for block in blocks if block[0] != 0x48 and block[3])

    def arrive(self, inst, place, depth, blocks):
        if place not in self.function.instructions:
            self.wrong(inst, "goes to %d, where no instruction begins" % place)
            return
        if depth < 0:
            self.wrong(inst, "the stack gets empty")
            return
        # Whether a block is handling is decided by addresses alone.
        blocks = tuple((kind, handler, saved, place >= handler) for kind, handler, saved, _ in blocks)
        self.most = max(self.most, depth + self.slack(blocks))
        self.most_blocks = max(self.most_blocks, len(blocks))
        known = self.states.get(place)
        if known is None:
            self.states[place] = depth, blocks
            self.work.append(place)
        elif known != (depth, blocks):
            self.wrong(inst, "instruction %d is reached with %r and %r" % (place, known, (depth, blocks)))

    def operands(self, inst):
        function, code, number = self.function, inst.code, inst.operand
        kind = code >> 4
        if kind == 1 and number >= len(function.texts):
            self.wrong(inst, "there is no name %d" % number)
        elif code == 0x23 and number >= len(function.objects):
            self.wrong(inst, "there is no object %d" % number)
        elif code in (0x20, 0x21, 0x32, 0x33):
            self.child(inst)
        elif code == 0x22 and not -1 << self.int_bits - 1 <= number < 1 << self.int_bits - 1:
            self.wrong(inst, "%d is no small int" % number)
        slot = number if 0x24 <= code <= 0x29 else code & 15 if 0xb0 <= code < 0xd0 else None
        if slot is not None:
            self.local_count = max(self.local_count, slot + 1)
        if code in (0x11, 0x16, 0x19, 0x69) and self.is_function():
            self.wrong(inst, "works on the namespace of a module or class")

    def is_function(self):
        function = self.function
        return bool(function.parameter_count() or function.flags) and function.name != "<module>" \
            and "*" not in function.arguments

    def child(self, inst):
        if inst.operand >= len(self.function.children):
            self.wrong(inst, "there is no function %d" % inst.operand)
            return
        child = self.function.children[inst.operand]
        has_defaults = inst.code in (0x21, 0x33)
        if not has_defaults and (child.defaults or child.flags & DEFKWARGS):
            self.wrong(inst, "the function has defaults")
        if inst.code in (0x20, 0x21):
            if inst.extra > child.positional or set(child.arguments[:inst.extra]) - {"*"}:
                self.wrong(inst, "the function does not take %d cells" % inst.extra)

    def leave(self, inst, depth, blocks):
        """UNWIND_JUMP: depth and blocks at its target."""
        for _ in range(inst.extra & 127):
            if not blocks:
                self.wrong(inst, "leaves more blocks than there are")
                return None
            kind, handler, saved, handling = blocks[0]
            blocks = blocks[1:]
            if kind == 0x48:
                continue
            if not handling and depth != saved:
                self.wrong(inst, "leaves a finally block at depth %d, not %d" % (depth, saved))
            if handling:
                depth -= 1
            elif kind == 0x47:
                depth -= 2
            elif self.drops_manager(handler):
                depth -= 1
        if inst.extra & 128:
            depth -= 4
        return depth, blocks

    def drops_manager(self, place):
        """Whether the handler is that of `async with`, which takes the manager off the stack."""
        codes = []
        while len(codes) < 3 and place in self.function.instructions:
            inst = self.function.instructions[place]
            codes.append(inst)
            place = inst.next
        return len(codes) == 3 and [inst.code for inst in codes] == [0x57, 0x12, 0xdf] and \
            self.function.texts[codes[1].operand] == "BaseException"

    def setup(self, inst, depth, blocks):
        if inst.target <= inst.place:
            self.wrong(inst, "its handler lies before it")
        saved = depth + 1 if inst.code == 0x47 else depth
        block = (inst.code, inst.target, saved, False)
        self.arrive(inst, inst.target, saved + 1, (block,) + blocks)
        return (block,) + blocks

    def step(self, place):
        inst = self.function.instructions[place]
        depth, blocks = self.states[place]
        self.operands(inst)
        pops, pushes = inst.effect()
        scratch = {0x47: 3, 0x40: 2, 0x5c: 1}.get(inst.code, 0)
        self.most = max(self.most, depth + self.slack(blocks) + scratch)
        if depth + self.slack(blocks) < pops:
            self.wrong(inst, "the stack gets empty")
            return
        if inst.code in SETUPS:
            blocks = self.setup(inst, depth, blocks)
        elif inst.code == 0x40:
            after = self.leave(inst, depth, blocks)
            if after:
                self.arrive(inst, inst.target, *after)
        elif inst.code == 0x4a:
            if not blocks:
                self.wrong(inst, "there is no block")
            self.arrive(inst, inst.target, depth, blocks[1:])
        elif inst.target is not None:
            change = {0x43: -1, 0x44: -1, 0x4b: -4}.get(inst.code, 0)
            self.arrive(inst, inst.target, depth + change, blocks)
        if inst.code == 0x5d:
            if not blocks or not blocks[0][3]:
                self.wrong(inst, "is not in a handler")
            blocks = blocks[1:]
        if inst.code in (0x67, 0x68):
            self.after_yield(inst, blocks)
        if inst.code not in ENDS:
            self.arrive(inst, inst.next, depth - pops + pushes, blocks)

    def after_yield(self, inst, blocks):
        following = self.function.instructions.get(inst.next)
        if following and following.code == 0x4b:
            self.wrong(inst, "FOR_ITER follows")
        if any(inst.next >= handler > inst.place for _, handler, _, _ in blocks):
            self.wrong(inst, "what follows it is in a handler")
        if not self.function.flags & GENERATOR:
            self.wrong(inst, "is in a function that is no generator")

    def run(self):
        first = Instruction(0, 0x53)
        self.arrive(first, 0, 0, ())
        while self.work:
            self.step(self.work.pop())
        function = self.function
        for cell in function.cells:
            self.local_count = max(self.local_count, cell + 1)
        needed = max(self.local_count + self.most, 1)
        if function.state < needed:
            first.place = 0
            self.problems.append("%s: %d slots, %d are needed" % (function.name, function.state, needed))
        if function.blocks != self.most_blocks:
            self.problems.append("%s: %d blocks, %d are needed"
                                 % (function.name, function.blocks, self.most_blocks))
        unreached = len(function.instructions) - len(self.states)
        if unreached:
            self.problems.append("%s: %d instructions that nothing reaches" % (function.name, unreached))
        return self.problems


def static_names(path):
    """The fixed names, from the table of the format."""
    import ast
    import re
    names = {}
    with open(path, encoding="utf-8") as file:
        for number, text in re.findall(r'^STATIC_QSTR\((\d+), (".*")\)$', file.read(), re.M):
            names[int(number)] = ast.literal_eval(text)
    return names


def check_function(function, int_bits):
    problems = Check(function, int_bits).run()
    for child in function.children:
        problems += check_function(child, int_bits)
    return problems


def check_bytes(data, names):
    """What is wrong with the file, as a list of texts."""
    try:
        module = Module(data, names)
        return check_function(module.top, module.int_bits)
    except Damaged as error:
        return [str(error)]
    except (ValueError, IndexError) as error:
        return ["%s: %s" % (type(error).__name__, error)]


def show(function, level=0):
    print("%s%s(%s) slots %d blocks %d flags %d cells %r" % (
        "  " * level, function.name, ", ".join(function.arguments), function.state,
        function.blocks, function.flags, function.cells))
    for inst in function.instructions.values():
        operand = inst.operand if inst.target is None else "-> %d" % inst.target
        if inst.code >> 4 == 1:
            operand = function.texts[inst.operand]
        elif inst.code == 0x23:
            operand = repr(function.objects[inst.operand])
        print("%s  %4d %-22s %s %s" % ("  " * level, inst.place, inst.name(),
                                       "" if operand is None else operand,
                                       "" if inst.extra is None else inst.extra))
    for child in function.children:
        show(child, level + 1)


def main():
    import pathlib
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    names = static_names(root / "compiler" / "micropython" / "static_qstrs.def")
    arguments = sys.argv[1:]
    status = 0
    for path in arguments:
        if path == "--list":
            continue
        data = pathlib.Path(path).read_bytes()
        if "--list" in arguments:
            show(Module(data, names).top)
        for problem in check_bytes(data, names):
            print("%s: %s" % (path, problem))
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
