# SPDX-License-Identifier: MIT
# json: texts of all kinds of values, options, and texts that are refused with their places.

import json

values = [None, True, False, 0, -1, 10**20, 1.5, -0.0, 1e100, "", "text", 'q"\\/\b\f\n\r\t\x01', "é€😀", [], [1, [2, [3]]], (), (1, "a"), {}, {"a": 1, "b": {"c": []}},
          {1: "int", 2.5: "float", True: "bool", None: "none"}, float("inf"), float("nan")]
for v in values:
    text = json.dumps(v)
    print(text, json.dumps(v, ensure_ascii=False), json.dumps(v, separators=(",", ":")))
    back = json.loads(text)
    print(back == v or repr(back))
print(json.dumps({"b": 1, "a": [1, {"x": None}], "c": {}}, indent=2), json.dumps([1, [], {}], indent=1), json.dumps({"b": 1, "a": 2}, sort_keys=True))
for bad in ({1, 2}, object, b"x", 1j if False else {"k": {1}}, {(1, 2): 3}):
    try:
        print(json.dumps(bad))
    except TypeError as e:
        print(e)
print(json.dumps([set()], default=lambda o: "fallback"), json.dumps({"skip": 1, (1,): 2}, skipkeys=True))
items = []
items.append(items)
try:
    json.dumps(items)
except ValueError as e:
    print(e)
for text in ('{"a": [1, 2.5, -3e2, true, null, "x\\u00e9\\n"]}', " [ ] ", "[1 , 2]", '"\\ud83d\\ude00"', "-0", "1E5", "123456789012345678901234567890", "NaN", "[Infinity]", '{"a":1,"a":2}'):
    print(repr(json.loads(text)))
for text in ("", "[", "[1,]", "{", '{"a"}', '{"a":}', '{"a":1,}', "{1:2}", '"abc', '"\x01"', '"\\x"', '"\\u12"', "01", "1.", "-", "tru", "[1] x", "nul", "'a'", "[1 2]", '{"a" 1}', "+1", "\n\n  ]"):
    try:
        print(json.loads(text))
    except ValueError as e:
        print(repr(text), type(e).__name__, e)
print(json.loads(b'{"k": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")))
try:
    json.loads(5)
except TypeError as e:
    print(e)
