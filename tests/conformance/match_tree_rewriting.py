# SPDX-License-Identifier: MIT
# Match statements that simplify and derive expression trees, interpret a stack machine, and read nested data.


def simplify(e):
    match e:
        case ("+", a, b):
            match simplify(a), simplify(b):
                case (0, x) | (x, 0):
                    return x
                case (int(m), int(n)):
                    return m + n
                case (x, y) if x == y:
                    return simplify(("*", 2, x))
                case (x, y):
                    return ("+", x, y)
        case ("*", a, b):
            match (simplify(a), simplify(b)):
                case (0, _) | (_, 0):
                    return 0
                case (1, x) | (x, 1):
                    return x
                case (int() as m, int() as n):
                    return m * n
                case (x, int(n)):
                    return ("*", n, x)
                case (x, y):
                    return ("*", x, y)
        case ("^", x, 1):
            return simplify(x)
        case ("^", _, 0):
            return 1
        case ("^", b, int(n)):
            return ("^", simplify(b), n)
        case _:
            return e


def derive(e):
    match e:
        case int() | float():
            return 0
        case "x":
            return 1
        case str():
            return 0
        case (("+" as op), a, b):
            return (op, derive(a), derive(b))
        case ("*", a, b):
            return ("+", ("*", derive(a), b), ("*", a, derive(b)))
        case ("^", b, n):
            return ("*", ("*", n, ("^", b, n - 1)), derive(b))
        case [op, *args]:
            raise ValueError(f"{op} of {len(args)}")


def show(e):
    match e:
        case (op, a, b):
            return f"({show(a)}{op}{show(b)})"
        case other:
            return str(other)


for e in (5, "x", "y", ("+", "x", 0), ("*", "x", "x"), ("^", "x", 3), ("+", ("*", 3, ("^", "x", 2)), ("+", "x", 7)), ("*", ("+", "x", 1), ("+", "x", 1)), ("+", "x", "x"), ("*", 0, ("+", 1, "x"))):
    print(show(e), "->", show(simplify(e)), "| d/dx", show(simplify(derive(e))))
try:
    derive(("sin", "x"))
except ValueError as err:
    print(err)


def run(program):
    stack, at, steps = [], 0, 0
    while at < len(program) and steps < 200:
        steps += 1
        at += 1
        match program[at - 1]:
            case ("push", (int() | float() | str()) as value):
                stack.append(value)
            case ("add" | "sub" | "mul") as op:
                b, a = stack.pop(), stack.pop()
                stack.append({"add": lambda: a + b, "sub": lambda: a - b, "mul": lambda: a * b}[op]())
            case "dup" if stack:
                stack.append(stack[-1])
            case "dup":
                return "empty"
            case ("jump", int(to)) if 0 <= to < len(program):
                at = to
            case ("jump_if", int(to)):
                if stack.pop():
                    at = to
            case {"op": "swap", **rest} if not rest:
                stack[-2:] = stack[:-3:-1]
            case ["halt"] | "halt" | None:
                break
            case unknown:
                return f"unknown {unknown!r} at {at - 1}"
    return stack, steps


print(run([("push", 2), ("push", 3), "add", "dup", "mul"]), run(["dup"]), run([("push", 5), ("push", -1), "add", "dup", ("jump_if", 1), "halt"]), run([("push", 1), ("push", "s"), {"op": "swap"}]), run([("jump", 9)]), run([{"op": "swap", "x": 1}]), run([["halt"], ("push", 1)]), run([("push", [1])]))


def read(data):
    match data:
        case {"user": {"name": str(name), "tags": [first, *others]}, **rest}:
            return f"{name}: {first} and {len(others)} more, {sorted(rest)}"
        case {"user": {"name": str(name)}}:
            return f"{name} without tags"
        case {"user": None} | {"user": {}}:
            return "nobody"
        case {"error": {"code": 400 | 404 | 500 as code}} | {"error": int(code)}:
            return f"error {code}"
        case [{"user": _}, *_] as many:
            return f"{len(many)} entries: " + "; ".join(map(read, many))
        case []:
            return "nothing"
    return "?"


for data in ({"user": {"name": "Ann", "tags": ["a", "b"]}, "z": 1, "y": 2}, {"user": {"name": "Bob", "tags": []}}, {"user": None}, {"user": {"x": 1}}, {"error": {"code": 404}}, {"error": {"code": 1}}, {"error": 7}, [], [{"user": None}, {"error": 5}], "user", 5):
    print(read(data))
