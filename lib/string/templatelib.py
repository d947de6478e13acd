# SPDX-License-Identifier: MIT
# string.templatelib: what t"..." makes.


class Interpolation:
    __slots__ = ("_fields",)
    __match_args__ = ("value", "expression", "conversion", "format_spec")

    def __init__(self, value, expression="", conversion=None, format_spec=""):
        if conversion not in (None, "s", "r", "a"):
            if not isinstance(conversion, str):
                raise TypeError(f"Interpolation() argument 'conversion' must be str, not {type(conversion).__name__}")
            raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        self._fields = value, expression, conversion, format_spec

    @property
    def value(self):
        return self._fields[0]

    @property
    def expression(self):
        return self._fields[1]

    @property
    def conversion(self):
        return self._fields[2]

    @property
    def format_spec(self):
        return self._fields[3]

    def __repr__(self):
        return "Interpolation" + repr(self._fields)

    def __class_getitem__(cls, parameters):
        return cls


class Template:
    __slots__ = ("strings", "interpolations")

    def __new__(cls, *args):
        strings = []
        interpolations = []
        text = ""
        for part in args:
            if isinstance(part, str):
                text += part
            elif isinstance(part, Interpolation):
                strings.append(text)
                interpolations.append(part)
                text = ""
            else:
                raise TypeError("Template.__new__ *args need to be of type 'str' or 'Interpolation', got "
                                + type(part).__name__)
        strings.append(text)
        self = object.__new__(cls)
        object.__setattr__(self, "strings", tuple(strings))
        object.__setattr__(self, "interpolations", tuple(interpolations))
        return self

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute" if name in ("strings", "interpolations") else
                             f"'{type(self).__name__}' object has no attribute '{name}'")

    @property
    def values(self):
        return tuple([part.value for part in self.interpolations])

    def __iter__(self):
        strings = self.strings
        for i, part in enumerate(self.interpolations):
            if strings[i]:
                yield strings[i]
            yield part
        if strings[-1]:
            yield strings[-1]

    def __add__(self, other):
        if not isinstance(other, Template):
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{type(other).__name__}") '
                            "to string.templatelib.Template")
        return Template(*_parts(self), *_parts(other))

    def __repr__(self):
        return f"Template(strings={self.strings!r}, interpolations={self.interpolations!r})"


def _parts(template):
    yield template.strings[0]
    for part, text in zip(template.interpolations, template.strings[1:]):
        yield part
        yield text


def convert(obj, /, conversion):
    if conversion is None:
        return obj
    if conversion == "r":
        return repr(obj)
    if conversion == "s":
        return str(obj)
    if conversion == "a":
        return ascii(obj)
    raise ValueError(f"invalid conversion specifier: {conversion}")
