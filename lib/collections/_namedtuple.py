# SPDX-License-Identifier: MIT
# Tuples with names for their items. What all of them share is in one class; each has its names, and
# for every name a property with the number of the item, which the runtime reads without a call.
from keyword import iskeyword


class _NamedTuple(tuple):
    __slots__ = ()

    def __new__(cls, /, *args, **kwargs):
        fields = cls._fields
        if kwargs or len(args) != len(fields):
            args = _bind(cls, fields, args, kwargs)
        return tuple.__new__(cls, args)

    @classmethod
    def _make(cls, iterable):
        args = tuple(iterable)
        if len(args) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(args)}")
        return tuple.__new__(cls, args)

    def _replace(self, /, **kwargs):
        made = self._make([kwargs.pop(name, value) for name, value in zip(self._fields, self)])
        if kwargs:
            raise ValueError(f"Got unexpected field names: {list(kwargs)!r}")
        return made

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        shown = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getnewargs__(self):
        return tuple(self)


def _bind(cls, fields, args, kwargs):
    what = cls.__name__ + ".__new__()"
    defaults = cls._field_defaults
    if len(args) > len(fields):
        least = len(fields) - len(defaults) + 1
        most = len(fields) + 1
        takes = f"from {least} to {most}" if defaults else str(most)
        plural = "" if most == 1 else "s"
        raise TypeError(f"{what} takes {takes} positional argument{plural} but {len(args) + 1} were given")
    given = dict(zip(fields, args))
    for name, value in kwargs.items():
        if name not in fields:
            raise TypeError(f"{what} got an unexpected keyword argument '{name}'")
        if name in given:
            raise TypeError(f"{what} got multiple values for argument '{name}'")
        given[name] = value
    values = []
    missing = []
    for name in fields:
        if name in given:
            values.append(given[name])
        elif name in defaults:
            values.append(defaults[name])
        else:
            missing.append(f"'{name}'")
    if missing:
        if len(missing) == 1:
            raise TypeError(f"{what} missing 1 required positional argument: {missing[0]}")
        last = missing.pop()
        comma = "," if len(missing) > 1 else ""
        raise TypeError(f"{what} missing {len(missing) + 1} required positional arguments: "
                        f"{', '.join(missing)}{comma} and {last}")
    return values


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        for i, name in enumerate(fields):
            if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in fields[:i]:
                fields[i] = f"_{i}"
    for name in [typename] + fields:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for i, name in enumerate(fields):
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in fields[:i]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    names = tuple(fields)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(names):
        raise TypeError("Got more default values than field names")
    namespace = {
        "__slots__": (),
        "__match_args__": names,
        "_fields": names,
        "_field_defaults": dict(zip(names[len(names) - len(defaults):], defaults)),
    }
    if module is not None:
        namespace["__module__"] = module
    for i, name in enumerate(names):
        namespace[name] = property(i)
    return type(typename, (_NamedTuple,), namespace)
