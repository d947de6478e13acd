# SPDX-License-Identifier: MIT
# Guards, dotted value patterns, or-patterns with captures, as-patterns, binding after failure.

class Color:
    RED = 1
    GREEN = 2

    class Deep:
        BLUE = 3


LIMIT = 10


def name(c):
    match c:
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
        case Color.Deep.BLUE:
            return "blue"
        case _:
            return "none"


print([name(c) for c in (1, 2, 3, 4, "1")])


def guarded(x, log):
    def check(tag, result):
        log.append(tag)
        return result
    match x:
        case [a, b] if check("first", a > b):
            return "descending", a, b
        case [a, b] if check("second", a == b):
            return "equal", a, b
        case [a, b]:
            return "ascending", a, b
        case int() as n if check("int", n > LIMIT):
            return "over limit", n
        case n:
            return "rest", n


for x in ([2, 1], [1, 1], [1, 2], 11, 5, "s"):
    log = []
    print(guarded(x, log), log)


def either(x):
    match x:
        case {"a": v} | [v] | (v, "tag"):
            return v
        case ("x", (1 | 2 | 3) as n) | ("y", (4 | 5) as n):
            return "n", n
        case (str() | int()) as scalar:
            return "scalar", scalar
        case [[*inner] as whole, *_] as outer:
            return inner, whole, len(outer)


for x in ({"a": 1}, [2], (3, "tag"), ("x", 2), ("y", 5), ("x", 9), "s", 7, [[1, 2], 3, 4]):
    print(either(x))
a = "before"
match [1, 2, 3]:
    case [a, 5, _]:
        print("never")
    case [_, _, c] if False:
        print("never")
    case [x, y, z] as whole:
        print(x, y, z, whole)


def early_return(items):
    for item in items:
        match item:
            case "stop":
                break
            case "skip":
                continue
            case int(n):
                print("number", n)
            case ["return", value]:
                return value
    else:
        return "exhausted"
    return "stopped"


print(early_return([1, "skip", 2, "stop", 3]), early_return([1]), early_return([["return", 9], 1]))


def in_generator(items):
    for item in items:
        match item:
            case (k, v):
                yield k, v
            case [single]:
                yield single, None
            case _:
                yield from ()


print(list(in_generator([(1, 2), [3], 4, "ab", [5, 6]])))


class Eq:
    def __eq__(self, o):
        log.append(o)
        return o == 2


log = []
match Eq():
    case 1:
        print("never")
    case 2:
        print("by __eq__", log)
try:
    match 5:
        case int(n) if n // 0:
            pass
except ZeroDivisionError as e:
    print(e)
match (lambda: [1, {"k": (2, 3)}])():
    case [int(i), {"k": (j, k)}]:
        print(i, j, k)
