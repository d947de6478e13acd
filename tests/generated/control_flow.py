# SPDX-License-Identifier: MIT
"""Makes programs of random control flow: try, with, loops and jumps out of them, in functions and
generators. Each function logs where it gets to; a budget ends loops that would not end.

    control_flow.py SEED
"""
import random
import sys

PRELUDE = '''\
# Made by tests/generated/control_flow.py.
log = []
budget = 0


class Manager:
    def __init__(self, number, is_quiet=False):
        self.number = number
        self.is_quiet = is_quiet

    def __enter__(self):
        log.append(("in", self.number))
        return self

    def __exit__(self, kind, value, trace):
        log.append(("out", self.number, kind and kind.__name__))
        return self.is_quiet


def tick(what):
    global budget
    budget += 1
    log.append(what)
    if budget > 60:
        raise MemoryError("budget")


def fail(kind):
    tick("fail")
    raise kind("x")


def maybe(number):
    tick(("maybe", number))
    return (budget * 7 + number) % 3 != 0


def numbers():
    yield 1
    yield 2


def drive(generator):
    got = []
    try:
        got.append(next(generator))
        for i in range(12):
            if i % 5 == 3:
                got.append(generator.throw(ValueError("thrown")))
            elif i % 5 == 4:
                got.append(generator.throw(KeyError("thrown")))
            else:
                got.append(generator.send(i))
    except StopIteration as stop:
        got.append(("stop", stop.value))
    except (ValueError, KeyError, TypeError) as error:
        got.append(type(error).__name__)
    while True:  # until it gives in, or its budget ends
        try:
            generator.close()
            return got
        except RuntimeError as error:
            got.append(str(error))


def show(name, call):
    global budget
    log.clear()
    budget = 0
    try:
        print(name, call())
    except BaseException as error:
        print(name, type(error).__name__, error, type(error.__context__).__name__)
    print(len(log), budget, log[:40])
'''
ERRORS = ("ValueError", "KeyError", "TypeError")
HANDLERS = ("ValueError", "KeyError", "(TypeError, ValueError)", "LookupError")
WAYS_OUT = ("break", "continue", "return", "raise")


class Function:
    """The statements of one function, as lines."""

    def __init__(self, dice, is_generator):
        self.dice = dice
        self.is_generator = is_generator
        self.count = 0

    def number(self):
        self.count += 1
        return self.count

    def block(self, depth, indent, in_loop):
        lines = []
        for _ in range(self.dice.randint(1, 3)):
            lines += self.statement(depth, indent, in_loop)
            if lines[-1].split()[0] in WAYS_OUT:
                break
        return lines

    def statement(self, depth, indent, in_loop):
        make = self.dice.choices(
            (self.simple, self.branch, self.while_loop, self.for_loop, self.with_block, self.try_block),
            (20, 12, 13, 11, 16, 28))[0]
        return (make if depth > 0 else self.simple)(depth - 1, indent, in_loop)

    def simple(self, _, indent, in_loop):
        choices = [f"tick({self.number()})"] * 3
        choices += [f"fail({self.dice.choice(ERRORS)})", f"x += {self.number()}",
                    f"return {self.number()}", "raise KeyError('raised')"]
        if in_loop:
            choices += ["break", "break", "continue"]
        if self.is_generator:
            choices += [f"yield {self.number()}", f"y = yield {self.number()}"] * 2
        choice = self.dice.choice(choices)
        pad = "    " * indent
        if choice.split()[0] in WAYS_OUT and self.dice.random() < 0.6:
            return [f"{pad}if maybe({self.number()}):", f"{pad}    {choice}"]
        return [pad + choice]

    def clause(self, head, depth, indent, in_loop):
        return ["    " * indent + head] + self.block(depth, indent + 1, in_loop)

    def perhaps(self, chance, head, depth, indent, in_loop):
        return self.clause(head, depth, indent, in_loop) if self.dice.random() < chance else []

    def branch(self, depth, indent, in_loop):
        return (self.clause(f"if maybe({self.number()}):", depth, indent, in_loop)
                + self.perhaps(0.5, "else:", depth, indent, in_loop))

    def while_loop(self, depth, indent, in_loop):
        condition = "True" if self.dice.random() < 0.5 else f"maybe({self.number()})"
        head = ["    " * indent + f"while {condition}:", "    " * (indent + 1) + f"tick({self.number()})"]
        return (head + self.block(depth, indent + 1, True)
                + self.perhaps(0.25, "else:", depth, indent, in_loop))

    def for_loop(self, depth, indent, in_loop):
        items = self.dice.choice(("range(3)", "[1, 2]", "'ab'", "numbers()"))
        return (self.clause(f"for i{indent} in {items}:", depth, indent, True)
                + self.perhaps(0.25, "else:", depth, indent, in_loop))

    def with_block(self, depth, indent, in_loop):
        quiet = ", True" if self.dice.random() < 0.3 else ""
        target = " as w" if self.dice.random() < 0.3 else ""
        return self.clause(f"with Manager({self.number()}{quiet}){target}:", depth, indent, in_loop)

    def try_block(self, depth, indent, in_loop):
        lines = self.clause("try:", depth, indent, in_loop)
        kind = self.dice.random()
        if kind < 0.75:
            for handler in self.dice.sample(HANDLERS, self.dice.randint(1, 2)):
                name = " as e" if self.dice.random() < 0.4 else ""
                lines += self.clause(f"except {handler}{name}:", depth, indent, in_loop)
            lines += self.perhaps(0.2, "except:", depth, indent, in_loop)
            lines += self.perhaps(0.3, "else:", depth, indent, in_loop)
        if kind > 0.55:
            lines += self.clause("finally:", depth, indent, in_loop)
        return lines


def program(seed, functions=8):
    """The text of a program; the same seed gives the same text."""
    dice = random.Random(seed)
    parts = [PRELUDE]
    for i in range(functions):
        is_generator = dice.random() < 0.3
        lines = [f"def f{i}():", "    x = 0"] + Function(dice, is_generator).block(5, 1, False)
        lines.append("    yield x" if is_generator else "    return x")
        call = f"lambda: drive(f{i}())" if is_generator else f"f{i}"
        parts.append("\n".join(lines) + f"\n\n\nshow({i}, {call})\n")
    return "\n\n".join(parts)


if __name__ == "__main__":
    print(program(int(sys.argv[1])), end="")
