# SPDX-License-Identifier: MIT
# Sequence patterns: fixed, starred, nested, kinds that match and kinds that do not.

def shape(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a!r}"
        case [1, 2]:
            return "one two"
        case (a, b):
            return f"pair {a!r} {b!r}"
        case [first, *rest, 9]:
            return f"to nine {first!r} {rest}"
        case ["cmd", *args]:
            return f"cmd {args}"
        case [_, _, *_]:
            return "at least two"
        case _:
            return "no sequence"


for x in ([], (), [1], (None,), [1, 2], (1, 2), [3, 4], [1, 5, 9], [1, 9, 9, 9], ["cmd", "a", "b"], [1, 2, 3], range(2), range(0), "ab", b"ab", bytearray(b"ab"), {1, 2}, {"a": 1}, 5, None):
    print(repr(x) if not isinstance(x, set) else "set", shape(x))


def nested(x):
    match x:
        case [[a, b], [c, *d]]:
            return "two lists", a, b, c, d
        case [("x" | "y") as axis, int() as n]:
            return axis, n
        case [[], _]:
            return "first empty"
        case [*_, [last]]:
            return "last wrapped", last
        case a, b, c:
            return "open triple", a, b, c
    return None


for x in ([[1, 2], [3, 4, 5]], ["x", 3], ["z", 3], [[], 0], [1, 2, [7]], (1, 2, 3), [1], [[1, 2], []]):
    print(nested(x))


def command(text):
    match text.split():
        case ["go", ("north" | "south" | "east" | "west") as where]:
            return f"going {where}"
        case ["go", other]:
            return f"cannot go {other}"
        case ["get", item, *more] if more:
            return f"get {item} and {len(more)} more"
        case ["get", item]:
            return f"get {item}"
        case ["quit" | "exit"]:
            return "bye"
        case [verb, *_]:
            return f"unknown {verb}"
        case []:
            return "say something"


for text in ("go north", "go up", "get lamp", "get a b c", "quit", "exit", "dance now", ""):
    print(command(text))


def total(items):
    match items:
        case []:
            return 0
        case [head, *tail]:
            return head + total(tail)


def is_sorted(items):
    match items:
        case [] | [_]:
            return True
        case [a, b, *rest]:
            return a <= b and is_sorted([b, *rest])


print(total([1, 2, 3, 4]), is_sorted([1, 2, 2]), is_sorted([2, 1]))
match 1, 2, 3:
    case x, *y:
        print(x, y)
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]:
        print(a + b + c + d)
