# SPDX-License-Identifier: MIT
# Mapping patterns: required keys, rest, nesting, values that must match.

def handle(event):
    match event:
        case {"type": "key", "code": int(code), "shift": True}:
            return f"shifted key {code}"
        case {"type": "key", "code": code}:
            return f"key {code}"
        case {"type": "click", "pos": (x, y), **rest}:
            return f"click {x},{y} rest {rest}"
        case {"type": "multi", "events": [first, *others]}:
            return f"multi {handle(first)} and {len(others)}"
        case {"type": kind}:
            return f"unknown {kind}"
        case {}:
            return "no type"
        case _:
            return "not a mapping"


for event in (
    {"type": "key", "code": 65, "shift": True}, {"type": "key", "code": 65, "shift": False}, {"type": "key", "code": "a", "shift": True},
    {"type": "click", "pos": (1, 2)}, {"type": "click", "pos": [3, 4], "button": 1}, {"type": "click", "pos": 5},
    {"type": "multi", "events": [{"type": "key", "code": 1}, {}, {}]}, {"type": "other"}, {"a": 1}, {}, [], None, "type",
):
    print(handle(event))


def config(c):
    match c:
        case {"net": {"host": str(host), "port": int(port)}, "debug": bool(debug)}:
            return host, port, debug
        case {"net": {"host": host}, **rest}:
            return "partial", host, rest
        case {1: one, None: none, -2.5: f, "k": [a, *_]}:
            return one, none, f, a
        case _:
            return "bad"


print(config({"net": {"host": "h", "port": 1, "x": 0}, "debug": False}), config({"net": {"host": 5}, "a": 1, "b": 2}), config({1: "a", None: "b", -2.5: "c", "k": "str", "q": 0}), config({1: "a", None: "b", -2.5: "c", "k": [9, 8]}))
original = {"a": 1, "b": 2, "c": 3}
match original:
    case {"a": a, **rest}:
        rest["added"] = True
        print(a, rest, original)


class Missing(dict):
    def __missing__(self, key):
        return "made up"


match Missing():
    case {"x": v}:
        print("missing consulted", v)
    case _:
        print("missing not consulted")


class Const:
    NAME = "name"
    LEVEL = "level"


match {"name": "n", "level": 3}:
    case {Const.NAME: name, Const.LEVEL: level}:
        print(name, level)
for d in ({"v": 1}, {"v": -1}, {"w": 0}, {}):
    match d:
        case {"v": v} if v > 0:
            print("positive", v)
        case {"v": v} | {"w": v}:
            print("v or w", v)
        case _:
            print("empty")


def render(node):
    match node:
        case {"tag": tag, "children": [*kids]}:
            return f"<{tag}>" + "".join(map(render, kids)) + f"</{tag}>"
        case {"text": text}:
            return text
        case str():
            return node.upper()


print(render({"tag": "p", "children": [{"text": "hi "}, "there", {"tag": "b", "children": []}]}))
