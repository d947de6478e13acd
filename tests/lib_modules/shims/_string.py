# SPDX-License-Identifier: MIT
# The two functions behind string.Formatter.


def formatter_parser(text):
    """(literal, field, spec, conversion) for each replacement field of a format string."""
    literal, at = "", 0
    while at < len(text):
        c = text[at]
        at += 1
        if c in "{}" and text[at:at + 1] == c:
            literal += c
            at += 1
        elif c == "}":
            raise ValueError("Single '}' encountered in format string")
        elif c == "{":
            depth, start = 1, at
            while depth:
                if at >= len(text):
                    raise ValueError("expected '}' before end of string")
                depth += (text[at] == "{") - (text[at] == "}")
                at += 1
            field, _, spec = text[start:at - 1].partition(":")
            field, _, conversion = field.partition("!")
            yield literal, field, spec, conversion or None
            literal = ""
        else:
            literal += c
    if literal:
        yield literal, None, None, None


def formatter_field_name_split(name):
    """The first part of a field name, and an iterator over (is_attribute, key) of the rest."""
    end = min([at for at in (name.find("."), name.find("[")) if at >= 0], default=len(name))
    first = name[:end]
    return int(first) if first.isdigit() else first, _rest(name[end:])


def _rest(text):
    while text:
        if text[0] == ".":
            end = min([at for at in (text.find(".", 1), text.find("[")) if at >= 0], default=len(text))
            yield True, text[1:end]
            text = text[end:]
        else:
            key, _, text = text[1:].partition("]")
            yield False, int(key) if key.isdigit() else key
