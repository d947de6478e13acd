# SPDX-License-Identifier: MIT
# string: character classes, capwords, templates and formatters.

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


def _identifier_end(text, at):
    # Where the ASCII identifier at `at` ends; `at` when there is none.
    start = at
    while at < len(text) and (text[at] == "_" or (text[at].isascii() and (
            text[at].isalpha() or (at > start and text[at].isdigit())))):
        at += 1
    return at


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # (literal, name, source of the placeholder); a wrong placeholder has the name None and its place.
        text = self.template
        sign = self.delimiter
        at = 0
        while True:
            place = text.find(sign, at)
            if place < 0:
                yield text[at:], "", ""
                return
            start = place + len(sign)
            if text.startswith(sign, start):
                yield text[at:start], "", ""
                at = start + len(sign)
                continue
            braced = text.startswith("{", start)
            first = start + braced
            end = _identifier_end(text, first)
            if end == first or (braced and not text.startswith("}", end)):
                yield text[at:place], None, place
                at = start
                continue
            yield text[at:place], text[first:end], text[place:end + braced]
            at = end + braced

    def _invalid(self, place):
        before = self.template[:place]
        lines = before.splitlines(keepends=True)
        if not lines:
            line = column = 1
        elif before.endswith(("\n", "\r")):
            line = len(lines) + 1
            column = 1
        else:
            line = len(lines)
            column = len(lines[-1]) + 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def substitute(self, mapping={}, /, **kws):
        out = []
        for literal, name, source in self._pieces():
            out.append(literal)
            if name is None:
                self._invalid(source)
            if name:
                out.append(str(kws[name] if name in kws else mapping[name]))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        out = []
        for literal, name, source in self._pieces():
            out.append(literal)
            if name is None:
                out.append(self.delimiter)
            elif name:
                try:
                    out.append(str(kws[name] if name in kws else mapping[name]))
                except KeyError:
                    out.append(source)
        return "".join(out)

    def is_valid(self):
        for _, name, _ in self._pieces():
            if name is None:
                return False
        return True

    def get_identifiers(self):
        found = []
        for _, name, _ in self._pieces():
            if name and name not in found:
                found.append(name)
        return found


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, text, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, field, spec, conversion in self.parse(text):
            if literal:
                out.append(literal)
            if field is None:
                continue
            if field == "" or field[0] in ".[":
                if number is None:
                    raise ValueError("cannot switch from manual field specification to automatic field "
                                     "numbering")
                field = str(number) + field
                number += 1
            elif field[0].isdigit():
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field "
                                     "numbering")
                number = None
            obj, first = self.get_field(field, args, kwargs)
            used.add(first)
            obj = self.convert_field(obj, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            out.append(self.format_field(obj, spec))
        return "".join(out), number

    def parse(self, format_string):
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            obj = getattr(obj, name) if is_attribute else obj[name]
        return obj, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")


def _parse_format(text):
    at = 0
    literal = ""
    while at < len(text):
        c = text[at]
        if c not in "{}":
            literal += c
            at += 1
            continue
        if text.startswith(c, at + 1):
            yield literal + c, None, None, None
            literal = ""
            at += 2
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        end = at + 1
        depth = 1
        bracket = False
        while end < len(text):
            d = text[end]
            if bracket:
                bracket = d != "]"
            elif d == "[" and depth == 1:
                bracket = True
            elif d == "{":
                depth += 1
            elif d == "}":
                depth -= 1
                if not depth:
                    break
            end += 1
        else:
            raise ValueError("Single '{' encountered in format string" if end == at + 1 else
                             "expected '}' before end of string")
        yield (literal,) + _parse_replacement(text[at + 1:end])
        literal = ""
        at = end + 1
    if literal:
        yield literal, None, None, None


def _parse_replacement(body):
    # "name!r:spec" as (name, spec, conversion)
    at = 0
    bracket = False
    while at < len(body) and (bracket or body[at] not in "!:"):
        if body[at] == "[":
            bracket = True
        elif body[at] == "]":
            bracket = False
        at += 1
    name = body[:at]
    conversion = None
    if body.startswith("!", at):
        if at + 1 >= len(body):
            raise ValueError("end of string while looking for conversion specifier")
        conversion = body[at + 1]
        at += 2
        if at < len(body) and body[at] != ":":
            raise ValueError("expected ':' after conversion specifier")
    return name, body[at + 1:], conversion


def _split_field(name):
    at = 0
    while at < len(name) and name[at] not in ".[":
        at += 1
    first = name[:at]
    if first.isdigit():
        first = int(first)
    rest = []
    while at < len(name):
        is_attribute = name[at] == "."
        start = at = at + 1
        if is_attribute:
            while at < len(name) and name[at] not in ".[":
                at += 1
            part = name[start:at]
        else:
            at = name.find("]", at)
            if at < 0:
                raise ValueError("Missing ']' in format string")
            part = name[start:at]
            if part.isdigit():
                part = int(part)
            at += 1
            if at < len(name) and name[at] not in ".[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if part == "":
            raise ValueError("Empty attribute in format string")
        rest.append((is_attribute, part))
    return first, rest
