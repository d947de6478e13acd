# SPDX-License-Identifier: MIT
# json.dumps: every option, order, escapes, errors.
import io
import json


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


data = {"name": "Ünï \"q\" \\ / \n\t\r\b\f\x01\x7f", "list": [1, 2.5, -3e100, True, False, None, [], {}, [[]], ()], "nested": {"a": {"b": [1, {"c": 2}]}}, "big": 12345678901234567890, "emoji": "😀é"}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2))
print(json.dumps(data, indent="\t", sort_keys=True, separators=(",", ":")))
print(json.dumps(data, indent=0), json.dumps([1, [2]], separators=("|", "=")))
for value in ("text", 5, 1.0, 1e22, 1e-7, None, True, [], {}, (), "", float("inf"), float("-inf"), float("nan"), -0.0, [[], {}], {"a": []}):
    print(json.dumps(value), json.dumps(value, indent=1))
print(json.dumps({1: "a", 2.5: "b", None: "c", True: "d", False: "e", "s": "f"}))
attempt(json.dumps, {(1, 2): 3})
print(json.dumps({(1, 2): 3, "ok": 1, b"x": 2}, skipkeys=True), json.dumps({(1,): 1}, skipkeys=True), json.dumps({(1,): 1}, skipkeys=True, indent=1))
attempt(json.dumps, {1, 2})
attempt(json.dumps, [b"bytes"])
attempt(json.dumps, object)
attempt(json.dumps, float("nan"), allow_nan=False)
attempt(json.dumps, [float("-inf")], allow_nan=False)
print(json.dumps([1, {3, 1}], default=lambda o: sorted(o)), json.dumps({"x": range(3)}, default=list, indent=1))
attempt(json.dumps, object, default=lambda o: o)
loop = []
loop.append({"x": loop})
attempt(json.dumps, loop)
attempt(json.dumps, {"b": 1, 2: 3}, sort_keys=True)
shared = [1]
print(json.dumps([shared, shared]))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


print(json.dumps([Point(1, 2), {"p": Point(3, Point(4, 5))}], cls=Encoder), Encoder(indent=1).encode({"p": Point(1, 2)}))
attempt(json.dumps, object(), cls=Encoder) if False else None
attempt(Encoder().encode, {1, 2})
out = io.StringIO()
json.dump({"a": [1, 2, {"b": None}]}, out)
print(out.getvalue(), list(json.JSONEncoder().iterencode("x")), "".join(json.JSONEncoder(sort_keys=True).iterencode({"b": 1, "a": 2})))


class Number(int):
    def __repr__(self):
        return "not this"


class Text(str):
    pass


class Map(dict):
    pass


print(json.dumps([Number(5), Text("t"), Map(a=1), True]), json.dumps({Number(3): 1}))
