# SPDX-License-Identifier: MIT
# A parser of arithmetic by precedence, with variables, functions, errors with places, and three back ends.


class ParseError(Exception):
    pass


class Parser:
    levels = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3}

    def __init__(self, text):
        self.text, self.at = text, 0

    def peek(self):
        while self.at < len(self.text) and self.text[self.at] == " ":
            self.at += 1
        return self.text[self.at] if self.at < len(self.text) else ""

    def take(self, expected):
        if self.peek() != expected:
            raise ParseError(f"expected {expected!r} at {self.at}, found {self.peek() or 'the end'!r}")
        self.at += 1

    def word(self, accept):
        start = self.at
        while self.at < len(self.text) and accept(self.text[self.at]):
            self.at += 1
        return self.text[start:self.at]

    def atom(self):
        c = self.peek()
        if c == "(":
            self.take("(")
            inner = self.expression(1)
            self.take(")")
            return inner
        if c == "-":
            self.at += 1
            return ("neg", self.expression(3))
        if c.isdigit() or c == ".":
            return ("num", float(self.word(lambda x: x.isdigit() or x == ".")))
        if c.isalpha():
            name = self.word(str.isalnum)
            if self.peek() == "(":
                self.take("(")
                args = [self.expression(1)]
                while self.peek() == ",":
                    self.take(",")
                    args.append(self.expression(1))
                self.take(")")
                return ("call", name, args)
            return ("var", name)
        raise ParseError(f"unexpected {c or 'end'!r} at {self.at}")

    def expression(self, level):
        left = self.atom()
        while (op := self.peek()) in self.levels and op and self.levels[op] >= level:
            self.at += 1
            right = self.expression(self.levels[op] + (op != "^"))
            left = ("bin", op, left, right)
        return left

    def parse(self):
        tree = self.expression(1)
        if self.peek():
            raise ParseError(f"unexpected {self.peek()!r} at {self.at}")
        return tree


def evaluate(tree, env):
    match tree:
        case ("num", n):
            return n
        case ("var", name):
            return env[name]
        case ("neg", t):
            return -evaluate(t, env)
        case ("call", name, args):
            return {"max": max, "min": min, "abs": abs, "sqrt": lambda x: x ** 0.5}[name](*[evaluate(a, env) for a in args])
        case ("bin", op, l, r):
            a, b = evaluate(l, env), evaluate(r, env)
            return {"+": a + b, "-": a - b, "*": a * b, "^": a ** b}[op] if op in "+-*^" else (a / b if op == "/" else a % b)


def postfix(tree):
    match tree:
        case ("num", n):
            yield f"{n:g}"
        case ("var", name):
            yield name
        case ("neg", t):
            yield from postfix(t)
            yield "neg"
        case ("call", name, args):
            for a in args:
                yield from postfix(a)
            yield f"{name}/{len(args)}"
        case ("bin", op, l, r):
            yield from postfix(l)
            yield from postfix(r)
            yield op


def depth(tree):
    return 1 + max((depth(t) for part in tree for t in (part if isinstance(part, list) else [part]) if isinstance(t, tuple)), default=0)


env = {"x": 3.0, "y": -2.0}
for text in ("1+2*3", "(1+2)*3", "2^3^2", "-2^2", "10-4-3", "x*y+max(x, y, 7)", "sqrt(abs(y)*8)", "7%4/2", "((((5))))", " 1 ", "1.5*-x", "8/4/2"):
    tree = Parser(text).parse()
    print(f"{text:<20}{evaluate(tree, env):>10.4g}  {' '.join(postfix(tree))}  depth {depth(tree)}")
for text in ("", "1+", "(1", "1)", "1 2", "a b", "f(1,", "*2", "1..2", "z+1", "nope(1)", "1/0", "@"):
    try:
        print(text, evaluate(Parser(text).parse(), env))
    except (ParseError, KeyError, ValueError, ZeroDivisionError) as e:
        print(f"{text!r}: {type(e).__name__}: {e}")
