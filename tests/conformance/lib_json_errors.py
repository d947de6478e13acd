# SPDX-License-Identifier: MIT
# json.loads: what is wrong and where.
import json

for text in ("", " ", "{", "[", "[1", "[1,", "[1,]", "{]", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", "{'a':1}", '{"a" 1}', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12zz"', '"\\', "tru", "nul", "True", "01", "1.", ".5", "-", "+1", "1e", "1 2", "[1 2]", '{"a":1 "b":2}', "\n\n  x", '[1,\n2,\n!]', "[]]", '{"a":1}}', "--1", "- 1", '"é" x', '{"é": x}', "\ufeff[]", "Infinit", "nan", '{1:2}', '{"a":,}', "[,1]", '"\t"'):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == text)
for bad in (5, None, ["x"]):
    try:
        json.loads(bad)
    except TypeError as e:
        print(e)
print(issubclass(json.JSONDecodeError, ValueError), json.decoder.JSONDecodeError is json.JSONDecodeError)
try:
    json.loads("[1] x")
except ValueError as e:
    print(type(e).__name__, e.args)
try:
    json.loads('{"a": 2}', object_hook=lambda d: d["missing"])
except KeyError as e:
    print("KeyError", e)
