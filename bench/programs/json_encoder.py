# SPDX-License-Identifier: MIT
# bench-size: 1500
# Writes nested data as JSON text. Measures dispatch on types, dict iteration and string building.
import sys

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Encoder:
    def __init__(self, indent=None, sort_keys=False):
        self.indent = indent
        self.sort_keys = sort_keys
        self.by_type = {
            int: str, bool: self.constant, type(None): self.constant, float: repr,
            str: self.text, list: self.array, tuple: self.array, dict: self.object,
        }

    def encode(self, value, level=0):
        try:
            write = self.by_type[type(value)]
        except KeyError:
            raise TypeError(f"cannot encode {type(value).__name__}") from None
        if write == self.array or write == self.object:
            return write(value, level + 1)
        return write(value)

    def constant(self, value):
        return "null" if value is None else "true" if value else "false"

    def text(self, value):
        out = []
        for c in value:
            if c in ESCAPES:
                c = ESCAPES[c]
            elif c < " " or c > "~":
                code = ord(c)
                if code > 0xFFFF:
                    code -= 0x10000
                    c = f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}"
                else:
                    c = f"\\u{code:04x}"
            out.append(c)
        return '"' + "".join(out) + '"'

    def joined(self, parts, opening, closing, level):
        if not parts:
            return opening + closing
        if self.indent is None:
            return opening + ",".join(parts) + closing
        inner = "\n" + " " * (self.indent * level)
        outer = "\n" + " " * (self.indent * (level - 1))
        return opening + inner + ("," + inner).join(parts) + outer + closing

    def array(self, items, level):
        return self.joined([self.encode(item, level) for item in items], "[", "]", level)

    def object(self, mapping, level):
        pairs = sorted(mapping.items()) if self.sort_keys else mapping.items()
        parts = [self.text(key) + ":" + self.encode(value, level) for key, value in pairs]
        return self.joined(parts, "{", "}", level)


def record(n):
    return {
        "id": n, "name": f"sensor {n}", "active": n % 3 == 0, "ratio": n / 8, "parent": None,
        "tags": ["a\tb", "caf\u00e9", 'say "hi"'][:n % 4], "position": (n, -n, [n * n, {}]),
        "history": {f"day{d}": {"low": d - n, "high": d + n, "note": "\U0001F600"[:d]} for d in range(n % 3)},
    }


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    compact, pretty = Encoder(), Encoder(indent=2, sort_keys=True)
    total = checksum = 0
    for n in range(count):
        text = compact.encode(record(n)) + pretty.encode(record(n))
        total += len(text)
        checksum = (checksum * 33 + text.count("\\u") + text.count("e")) & 0xFFFFFF
    print(compact.encode(record(5)))
    print(pretty.encode({"b": [1, {"c": []}], "a": (None, True)}))
    print(count, total, checksum)
    try:
        compact.encode([1, {2}])
    except TypeError as error:
        print(error)


main()
