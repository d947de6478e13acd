# SPDX-License-Identifier: MIT
# json.loads: values, hooks, white space.
import io
import json

for text in ('{"a": [1, 2.5, -3e10, true, false, null], "b": {"c": "d"}}', " [ ] ", "{ }", '"x"', "0", "-0", "-0.0", "1E5", "1e-5", "123456789012345678901234567890", "0.1", "[[[[1]]]]", "NaN", "[Infinity, -Infinity]", '"\\u00e9\\n\\t\\"\\\\\\/\\b\\f\\r"', '"\\ud83d\\ude00"', '"\\ud83d"', '"é😀"', '\n{\t"a"\r:\n1\n,\n"b":2}\n', '{"a": 1, "a": 2}', '"\x7f"', "1.5E+3", '["a", "b" , "c"]', '{"": {}}', b'{"k": "\xc3\xa9"}', bytearray(b"[1]")):
    value = json.loads(text)
    print(repr(value) if "\\ud83d\"" not in str(text) else len(value), type(value).__name__)
print(json.loads('{"a": {"b": 1}, "c": [{"d": 2}]}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"b": 1, "a": {"x": 2, "x": 3}}', object_pairs_hook=list), json.loads("{}", object_pairs_hook=tuple), json.loads("{}", object_hook=len))
print(json.loads("[1.5, 2, -3, 1e3]", parse_float=str, parse_int=lambda s: "i" + s), json.loads("[NaN, -Infinity]", parse_constant=lambda s: "<" + s + ">"))
print(json.load(io.StringIO('{"x": [1]}')), json.JSONDecoder().raw_decode('[1] rest'), json.JSONDecoder().decode(" 5 "))
print(json.JSONDecoder(strict=False).decode('"a\nb\tc"'))


class Decoder(json.JSONDecoder):
    def decode(self, s):
        return ("decoded", super().decode(s))


print(json.loads("[1]", cls=Decoder))
deep = "[" * 60 + "]" * 60
value = json.loads(deep)
depth = 0
while value:
    value = value[0]
    depth += 1
print(depth)
data = {"s": "quote \" back \\ slash / é 😀 \u2028", "n": [0, -1, 1.5, 1e300, 12345678901], "t": [True, False, None], "o": {"": [], "x": {}}}
for options in ({}, {"indent": 3}, {"ensure_ascii": False}, {"separators": (",", ":")}):
    print(json.loads(json.dumps(data, **options)) == data)
