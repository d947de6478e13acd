# SPDX-License-Identifier: MIT
# An interpreter of a stack language with words, loops, strings and errors.

class ForthError(Exception):
    pass


class Forth:
    def __init__(self):
        self.stack, self.words, self.out = [], {}, []
        self.builtin = {
            "+": lambda: self.push(self.pop() + self.pop()), "*": lambda: self.push(self.pop() * self.pop()), "-": self.subtract, "/": self.divide, "dup": lambda: self.push(self.peek()),
            "drop": self.pop, "swap": self.swap, "over": lambda: self.push(self.peek(2)), ".": lambda: self.out.append(str(self.pop())), "depth": lambda: self.push(len(self.stack)),
            "=": lambda: self.push(-int(self.pop() == self.pop())), "<": lambda: self.push(-int(self.pop() > self.pop())), "emit": lambda: self.out.append(chr(self.pop())), "clear": lambda: self.stack.clear(),
        }

    def push(self, v):
        self.stack.append(v)

    def pop(self):
        if not self.stack:
            raise ForthError("stack underflow")
        return self.stack.pop()

    def peek(self, n=1):
        if len(self.stack) < n:
            raise ForthError("stack underflow")
        return self.stack[-n]

    def subtract(self):
        b, a = self.pop(), self.pop()
        self.push(a - b)

    def divide(self):
        b, a = self.pop(), self.pop()
        if b == 0:
            raise ForthError("division by zero")
        self.push(a // b)

    def swap(self):
        self.stack[-1], self.stack[-2] = self.stack[-2], self.stack[-1]

    def parse(self, tokens, ends=()):
        program = []
        for token in tokens:
            if token in ends:
                return program, token
            if token == "if":
                then, end = self.parse(tokens, ("else", "then"))
                other = self.parse(tokens, ("then",))[0] if end == "else" else []
                program.append(("if", then, other))
            elif token == "times":
                program.append(("times", self.parse(tokens, ("end",))[0]))
            elif token == ":":
                name = next(tokens)
                self.words[name] = None
                self.words[name] = self.parse(tokens, (";",))[0]
            else:
                program.append(token)
        if ends:
            raise ForthError(f"expected {' or '.join(ends)}")
        return program, None

    def execute(self, program):
        for item in program:
            if isinstance(item, tuple):
                kind, *parts = item
                if kind == "if":
                    self.execute(parts[0] if self.pop() else parts[1])
                else:
                    for _ in range(self.pop()):
                        self.execute(parts[0])
            elif item in self.words:
                self.execute(self.words[item])
            elif item in self.builtin:
                self.builtin[item]()
            else:
                try:
                    self.push(int(item))
                except ValueError:
                    raise ForthError(f"unknown word {item}") from None

    def run(self, line):
        try:
            program, _ = self.parse(iter(line.split()))
            self.execute(program)
            status = "ok"
        except (ForthError, IndexError, StopIteration) as e:
            status = f"error: {e}"
            self.stack.clear()
        text, self.out = " ".join(self.out), []
        return f"{text} {status} {self.stack}".strip()


forth = Forth()
for line in ("1 2 + .", ": square dup * ; 7 square .", ": cube dup square * ; 3 cube", ": fact dup 2 < if drop 1 else dup 1 - fact * then ; 10 fact .", "1 10 times 2 * end .", "72 emit 105 emit",
             "5 0 /", "nonsense", "+", "1 2 3 depth", "clear : loop 3 times 42 . end ; loop", "1 if", "1 2 over over = if 1 else 0 then", "clear 20 fact ."):
    print(line, "->", forth.run(line))
