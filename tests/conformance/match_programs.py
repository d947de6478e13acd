# SPDX-License-Identifier: MIT
# match in small programs: an expression evaluator, a JSON printer, a state machine.

def evaluate(node, env):
    match node:
        case int() | float():
            return node
        case str(name):
            if name in env:
                return env[name]
            raise NameError(name)
        case ("let", name, value, body):
            return evaluate(body, {**env, name: evaluate(value, env)})
        case ("if", test, then, other):
            return evaluate(then if evaluate(test, env) else other, env)
        case ("fn", [*params], body):
            return ("closure", params, body, env)
        case (("+" | "-" | "*" | "<") as op, left, right):
            a, b = evaluate(left, env), evaluate(right, env)
            match op:
                case "+":
                    return a + b
                case "-":
                    return a - b
                case "*":
                    return a * b
                case "<":
                    return a < b
        case (f, *args):
            match evaluate(f, env):
                case ("closure", params, body, captured) if len(params) == len(args):
                    return evaluate(body, {**captured, **dict(zip(params, (evaluate(a, env) for a in args)))})
                case other:
                    raise TypeError("not callable")


print(evaluate(("+", 1, ("*", 2, 3)), {}), evaluate(("let", "x", 5, ("*", "x", "x")), {}))
print(evaluate(("let", "f", ("fn", ["a", "b"], ("-", "a", "b")), ("f", 10, 3)), {}), evaluate(("if", ("<", 1, 2), "yes", "no"), {"yes": "y", "no": "n"}))
for bad in ("undefined", (5, 1)):
    try:
        evaluate(bad, {})
    except (NameError, TypeError) as e:
        print(type(e).__name__, e)


def to_json(v):
    match v:
        case None:
            return "null"
        case True:
            return "true"
        case False:
            return "false"
        case int() | float():
            return str(v)
        case str():
            return '"' + v.replace('"', '\\"') + '"'
        case [*items]:
            return "[" + ",".join(map(to_json, items)) + "]"
        case {**pairs}:
            return "{" + ",".join(f"{to_json(k)}:{to_json(x)}" for k, x in pairs.items()) + "}"


print(to_json({"a": [1, 2.5, None, True], "b": {"c": 'say "hi"'}, "d": []}))


class Door:
    def __init__(self):
        self.state, self.log = "closed", []

    def on(self, event):
        match self.state, event:
            case "closed", "open":
                self.state = "opened"
            case "opened", "close":
                self.state = "closed"
            case "closed", ("lock", code):
                self.state, self.code = "locked", code
            case "locked", ("unlock", code) if code == self.code:
                self.state = "closed"
            case "locked", ("unlock", _):
                self.log.append("wrong code")
            case state, what:
                self.log.append(f"{what} ignored while {state}")


d = Door()
for event in ("open", "open", "close", ("lock", 42), "open", ("unlock", 1), ("unlock", 42), "open"):
    d.on(event)
print(d.state, d.log)
