# SPDX-License-Identifier: MIT
# A JSON reader and writer.

class JsonError(ValueError):
    pass


class Reader:
    ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "r": "\r", "b": "\b", "f": "\f"}

    def __init__(self, text):
        self.text, self.at = text, 0

    def fail(self, what):
        raise JsonError(f"{what} at {self.at}")

    def space(self):
        while self.at < len(self.text) and self.text[self.at] in " \n\t\r":
            self.at += 1

    def expect(self, word, value):
        if self.text[self.at:self.at + len(word)] != word:
            self.fail("bad word")
        self.at += len(word)
        return value

    def value(self):
        self.space()
        c = self.text[self.at:self.at + 1]
        if c == "{":
            return dict(self.items("}", self.pair))
        if c == "[":
            return list(self.items("]", self.value))
        if c == '"':
            return self.string()
        if c == "t":
            return self.expect("true", True)
        if c == "f":
            return self.expect("false", False)
        if c == "n":
            return self.expect("null", None)
        if c and c in "-0123456789":
            return self.number()
        self.fail("unexpected " + (repr(c) if c else "end"))

    def items(self, close, read):
        self.at += 1
        self.space()
        if self.text[self.at:self.at + 1] == close:
            self.at += 1
            return
        while True:
            yield read()
            self.space()
            c = self.text[self.at:self.at + 1]
            self.at += 1
            if c == close:
                return
            if c != ",":
                self.fail("expected , or " + close)

    def pair(self):
        self.space()
        key = self.string()
        self.space()
        self.expect(":", None)
        return key, self.value()

    def string(self):
        if self.text[self.at:self.at + 1] != '"':
            self.fail("expected string")
        self.at += 1
        out = []
        while (c := self.text[self.at:self.at + 1]) != '"':
            if not c:
                self.fail("open string")
            self.at += 1
            if c == "\\":
                e = self.text[self.at]
                self.at += 1
                if e == "u":
                    out.append(chr(int(self.text[self.at:self.at + 4], 16)))
                    self.at += 4
                else:
                    out.append(self.ESCAPES[e])
            else:
                out.append(c)
        self.at += 1
        return "".join(out)

    def number(self):
        start = self.at
        while self.text[self.at:self.at + 1] and self.text[self.at] in "+-.eE0123456789":
            self.at += 1
        text = self.text[start:self.at]
        return int(text) if text.lstrip("-").isdigit() else float(text)


def write(v):
    if v is None or v is True or v is False:
        return {None: "null", True: "true", False: "false"}[v]
    if isinstance(v, (int, float)):
        return repr(v)
    if isinstance(v, str):
        return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(c, c) for c in v) + '"'
    if isinstance(v, dict):
        return "{" + ",".join(write(str(k)) + ":" + write(x) for k, x in v.items()) + "}"
    return "[" + ",".join(map(write, v)) + "]"


source = '{"name": "probe", "on": true, "off": false, "none": null, "n": [1, -2, 3.5, 1e3, []], "deep": {"a": {"b": "c\\n\\u00e9\\"q"}}, "": {}}'
data = Reader(source).value()
print(data)
print(write(data), Reader(write(data)).value() == data)
for bad in ("", "[1", '{"a" 1}', "[1 2]", "tru", '"open', "{1: 2}", "]"):
    try:
        Reader(bad).value()
    except JsonError as e:
        print(repr(bad), e)
print(write({"a": (1, 2.5), "b": [None, True]}), write([]), write({}), [Reader(t).value() for t in ("1", '"s"', " [ ] ", "-0.5")])
