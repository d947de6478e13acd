# SPDX-License-Identifier: MIT
# Texts from objects, piece by piece: nested containers are generators within generators.
from _json import quote


def encode_basestring(s):
    return quote(s, False)


def encode_basestring_ascii(s):
    return quote(s, True)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        if isinstance(o, str):
            return quote(o, self.ensure_ascii)
        return "".join(self.iterencode(o))

    def iterencode(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return self._walk(o, indent, "\n", [] if self.check_circular else None)

    def _number(self, o):
        # The text of None, a bool, an int or a float; None for anything else.
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            if o - o == 0:
                return float.__repr__(o)
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant")
            return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"
        return None

    def _walk(self, o, indent, newline, outer):
        text = quote(o, self.ensure_ascii) if isinstance(o, str) else self._number(o)
        if text is not None:
            yield text
            return
        if outer is not None:
            for container in outer:
                if container is o:
                    raise ValueError("Circular reference detected")
            outer.append(o)
        if isinstance(o, (list, tuple)):
            yield from self._list(o, indent, newline, outer)
        elif isinstance(o, dict):
            yield from self._dict(o, indent, newline, outer)
        else:
            yield from self._walk(self.default(o), indent, newline, outer)
        if outer is not None:
            outer.pop()

    def _list(self, o, indent, newline, outer):
        if not o:
            yield "[]"
            return
        lead = "["
        between = self.item_separator
        if indent is not None:
            inner = newline + indent
            lead += inner
            between += inner
        else:
            inner = newline
        for item in o:
            # A small item goes with what stands before it.
            text = quote(item, self.ensure_ascii) if isinstance(item, str) else self._number(item)
            if text is not None:
                yield lead + text
            else:
                yield lead
                yield from self._walk(item, indent, inner, outer)
            lead = between
        yield "]" if indent is None else newline + "]"

    def _dict(self, o, indent, newline, outer):
        if not o:
            yield "{}"
            return
        lead = "{"
        between = self.item_separator
        if indent is not None:
            inner = newline + indent
            lead += inner
            between += inner
        else:
            inner = newline
        for key, item in sorted(o.items()) if self.sort_keys else o.items():
            if not isinstance(key, str):
                text = self._number(key)
                if text is None:
                    if self.skipkeys:
                        continue
                    raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
                key = text
            lead += quote(key, self.ensure_ascii) + self.key_separator
            text = quote(item, self.ensure_ascii) if isinstance(item, str) else self._number(item)
            if text is not None:
                yield lead + text
            else:
                yield lead
                yield from self._walk(item, indent, inner, outer)
            lead = between
        if lead[0] == "{":
            yield lead  # every key was skipped
        yield "}" if indent is None else newline + "}"
