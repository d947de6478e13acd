# SPDX-License-Identifier: MIT
# Objects from texts. Texts between quotes and numbers are found by the runtime.
from _json import number_end, unquote


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__("%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


def _skip(s, at):
    while s[at:at + 1] in _SPACE:
        at += 1
    return at


_SPACE = (" ", "\t", "\n", "\r")
_CONSTANTS = (("null", None), ("true", True), ("false", False))
_NUMBERS = ("NaN", "Infinity", "-Infinity")


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._text(s, at + 1)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        end, is_float = number_end(s, at)
        if end > at:
            text = s[at:end]
            return self.parse_float(text) if is_float else self.parse_int(text), end
        for word, value in _CONSTANTS:
            if s.startswith(word, at):
                return value, at + len(word)
        for word in _NUMBERS:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError("Expecting value", s, at)

    def _text(self, s, at):
        text, end = unquote(s, at, self.strict)
        if text is None:
            raise JSONDecodeError(*_wrong(s, at, end))
        return text, end

    def _array(self, s, at):
        items = []
        at = _skip(s, at)
        if s[at:at + 1] == "]":
            return items, at + 1
        while True:
            item, at = self._value(s, at)
            items.append(item)
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == "]":
                return items, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip(s, at + 1)

    def _object(self, s, at):
        hook = self.object_pairs_hook
        made = {} if hook is None else []
        at = _skip(s, at)
        if s[at:at + 1] == "}":
            at += 1
        else:
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
                key, at = self._text(s, at + 1)
                at = _skip(s, at)
                if s[at:at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _skip(s, at + 1))
                if hook is None:
                    made[key] = value
                else:
                    made.append((key, value))
                at = _skip(s, at)
                c = s[at:at + 1]
                at += 1
                if c == "}":
                    break
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, at - 1)
                at = _skip(s, at)
        if hook is not None:
            return hook(made), at
        if self.object_hook is not None:
            made = self.object_hook(made)
        return made, at


def _wrong(s, start, at):
    # What is wrong with the text behind the quote before `start`, found at `at`.
    c = s[at:at + 1]
    if not c:
        return "Unterminated string starting at", s, start - 1
    if c != "\\":
        return "Invalid control character at", s, at
    c = s[at + 1:at + 2]
    if not c:
        return "Unterminated string starting at", s, start - 1
    if c == "u":
        return "Invalid \\uXXXX escape", s, at + 1
    return "Invalid \\escape", s, at
