# SPDX-License-Identifier: MIT
# A tokenizer, a precedence parser and a stack machine for arithmetic.

class Token:
    def __init__(self, kind, text, at):
        self.kind, self.text, self.at = kind, text, at

    def __repr__(self):
        return f"{self.kind}:{self.text}"


def tokens(source):
    i = 0
    while i < len(source):
        c = source[i]
        if c.isspace():
            i += 1
            continue
        start = i
        if c.isdigit():
            while i < len(source) and (source[i].isdigit() or source[i] == "."):
                i += 1
            yield Token("num", source[start:i], start)
        elif c.isalpha():
            while i < len(source) and source[i].isalnum():
                i += 1
            yield Token("name", source[start:i], start)
        elif c in "+-*/()=^,":
            i += 1
            yield Token("op", c, start)
        else:
            raise SyntaxError(f"bad character {c!r} at {i}")
    yield Token("end", "", i)


class Parser:
    POWERS = {"=": (1, 0), "+": (2, 3), "-": (2, 3), "*": (4, 5), "/": (4, 5), "^": (8, 7)}

    def __init__(self, source):
        self.stream = list(tokens(source))
        self.at = 0

    def next(self):
        self.at += 1
        return self.stream[self.at - 1]

    def expr(self, minimum=0):
        t = self.next()
        if t.kind == "num":
            left = ("num", float(t.text) if "." in t.text else int(t.text))
        elif t.kind == "name":
            left = ("name", t.text)
        elif t.text == "-":
            left = ("neg", self.expr(6))
        elif t.text == "(":
            left = self.expr()
            if self.next().text != ")":
                raise SyntaxError("expected )")
        else:
            raise SyntaxError(f"unexpected {t} at {t.at}")
        while True:
            op = self.stream[self.at]
            powers = self.POWERS.get(op.text)
            if powers is None or powers[0] < minimum:
                return left
            self.next()
            left = (op.text, left, self.expr(powers[1]))


def compile_tree(node, out):
    kind, *rest = node
    if kind in ("num", "name"):
        out.append((kind, rest[0]))
    elif kind == "=":
        compile_tree(rest[1], out)
        out.append(("store", rest[0][1]))
    else:
        for child in rest:
            compile_tree(child, out)
        out.append(("do", kind))
    return out


OPS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "^": lambda a, b: a ** b}


def run(code, env):
    stack = []
    for op, arg in code:
        if op == "num":
            stack.append(arg)
        elif op == "name":
            stack.append(env[arg])
        elif op == "store":
            env[arg] = stack[-1]
        elif arg == "neg":
            stack.append(-stack.pop())
        else:
            right = stack.pop()
            stack.append(OPS[arg](stack.pop(), right))
    return stack.pop()


env = {}
for line in ("1 + 2 * 3", "x = (1 + 2) * 3", "-x ^ 2 + 10 / 4", "2 ^ 3 ^ 2", "y = z = x - 1", "y * z", "8 / 2 / 2", "1.5 * 4", "(1", "$", "1 / 0", "nope + 1", "* 2"):
    try:
        tree = Parser(line).expr()
        print(line, "=>", run(compile_tree(tree, []), env))
    except (SyntaxError, ZeroDivisionError, KeyError) as e:
        print(line, "=>", type(e).__name__, e)
print(env, list(tokens("a1+ 22")), compile_tree(Parser("a = b * 2").expr(), []))
