# SPDX-License-Identifier: MIT
# enum: classes whose instances are a fixed few, with names.


class auto:
    # A value to be worked out; members get it in order. Flags may combine some in the class body
    # before that.
    def __init__(self, parts=None):
        self.parts = parts
        self.value = None

    def __or__(self, other):
        return auto([self, other])

    def __ror__(self, other):
        return auto([other, self])

    def _combined(self):
        value = 0
        for part in self.parts:
            if isinstance(part, auto):
                part = part.value if part.parts is None else part._combined()
            value |= part
        return value


class nonmember:
    def __init__(self, value):
        self.value = value


class member(nonmember):
    pass


_property = property


class property(_property):
    pass


def _is_special(name):
    return (name.startswith("__") and name.endswith("__")) or (name.startswith("_") and name.endswith("_"))


def _is_member(name, value):
    if isinstance(value, member):
        return True
    if _is_special(name) or isinstance(value, nonmember) or hasattr(value, "__get__") or \
            isinstance(value, (staticmethod, classmethod, _property, type)):
        return False
    return not (name.startswith("_") and "__" in name)  # private names of a class


def _data_type(bases):
    # The class that holds the value of members, such as int; None when members hold none.
    for base in bases:
        for cls in base.__mro__:
            if cls is object or isinstance(cls, EnumType):
                continue
            if "__new__" in cls.__dict__ or cls in (int, str, float, bytes, tuple):
                return cls
    return None


class EnumType(type):
    def __new__(mcls, name, bases, namespace, *, boundary=None, **kwds):
        members = {}
        rest = {}
        for base in bases:
            if isinstance(base, EnumType) and base._member_map_:
                raise TypeError(f"<enum {name!r}> cannot extend {base!r}")
        for key, value in namespace.items():
            if key != "_ignore_" and _is_member(key, value):
                members[key] = value.value if isinstance(value, member) else value
            else:
                rest[key] = value.value if isinstance(value, nonmember) else value
        for key in namespace.get("_ignore_", ()):
            members.pop(key, None)
            rest.pop(key, None)
        create = rest.pop("__new__", None)
        cls = super().__new__(mcls, name, bases, rest, **kwds)
        cls._member_map_ = {}
        cls._member_names_ = []
        cls._values_ = []  # the members that are no aliases
        cls._member_type_ = _data_type(bases)
        if create is None:
            for base in bases:
                create = getattr(base, "_make_", None) if isinstance(base, EnumType) else create
        if isinstance(create, staticmethod):
            create = create.__func__
        cls._make_ = None if create is None else staticmethod(create)
        if Enum is not None and cls._member_type_ is not None:
            # What members look like is up to Enum, not to the class of their values.
            for shown in ("__repr__", "__str__"):
                if getattr(cls, shown) is getattr(cls._member_type_, shown):
                    setattr(cls, shown, getattr(Flag if Flag is not None and issubclass(cls, Flag) else Enum, shown))
        last = []
        for key, value in members.items():
            if isinstance(value, auto):
                given = value
                value = given._combined() if given.parts else cls._generate_next_value_(key, 1, len(last), last[:])
                given.value = value
            last.append(mcls._add(cls, key, value))
        return cls

    @staticmethod
    def _add(cls, name, value):
        args = value if isinstance(value, tuple) else (value,)
        data = cls._member_type_
        if cls._make_ is not None:
            made = cls._make_(cls, *args)
        elif data is not None:
            if data is tuple:
                args = (args,)
            made = data.__new__(cls, *args)
        else:
            made = object.__new__(cls)
        if not hasattr(made, "_value_"):
            made._value_ = value if data is None else data(*args)
        value = made._value_
        made._name_ = name
        if "__init__" in dir(cls) and cls.__init__ is not object.__init__:
            made.__init__(*args)
        for other in cls._values_:
            if other._value_ == value and type(other._value_) is type(value) or other._value_ is value:
                made = other  # another name of the same member
                break
        else:
            if cls._is_member(value):
                cls._member_names_.append(name)
            cls._values_.append(made)
        cls._member_map_[name] = made
        type.__setattr__(cls, name, made)
        return made._value_

    def _is_member(cls, value):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None and (cls._member_map_ or cls._values_):
            return cls._find(value)
        if names is None:
            raise TypeError(f"{cls!r} has no members defined")
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, dict):
            names = list(names.items())
        namespace = {}
        values = []
        for i, item in enumerate(names):
            if isinstance(item, str):
                generated = cls._generate_next_value_(item, start, i, values[:])
                values.append(generated)
                item = item, generated
            namespace[item[0]] = item[1]
        bases = (cls,) if type is None else (type, cls)
        metaclass = cls.__class__
        return metaclass.__new__(metaclass, value, bases, namespace)

    def _find(cls, value):
        if isinstance(value, cls):
            return value
        for found in cls._values_:
            if found._value_ == value:
                return found
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        if result is None:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        raise TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        for name in cls._member_names_:
            yield cls._member_map_[name]

    def __reversed__(cls):
        for name in reversed(cls._member_names_):
            yield cls._member_map_[name]

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
        return isinstance(value, cls)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __repr__(cls):
        return f"<{'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'} {cls.__name__!r}>"

    @_property
    def __members__(cls):
        return dict(cls._member_map_)


EnumMeta = EnumType
Enum = Flag = None


class Enum(metaclass=EnumType):
    @_property
    def name(self):
        return self._name_

    @_property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for value in reversed(last_values):
            if isinstance(value, int):
                return max([v for v in last_values if isinstance(v, int)]) + 1
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    def __ne__(self, other):
        return self is not other

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __dir__(self):
        return ["__class__", "__doc__", "__module__", "name", "value"]


class IntEnum(int, Enum):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, format_spec):
        return format(self._value_, format_spec)

    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, IntEnum) else other)

    def __ne__(self, other):
        return not self == other


class StrEnum(str, Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __new__(cls, *values):
        if not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    def __str__(self):
        return str.__str__(self._value_)

    def __format__(self, format_spec):
        return format(self._value_, format_spec)

    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, StrEnum) else other)

    def __ne__(self, other):
        return not self == other


class _Boundary:
    def __init__(self, name):
        self.name = name


STRICT = _Boundary("STRICT")
CONFORM = _Boundary("CONFORM")
EJECT = _Boundary("EJECT")
KEEP = _Boundary("KEEP")


class _FlagType(EnumType):
    def __new__(mcls, name, bases, namespace, *, boundary=None, **kwds):
        cls = super().__new__(mcls, name, bases, namespace, **kwds)
        mask = 0
        for member in cls._values_:
            mask |= member._value_
        cls._all_ = mask
        if boundary is not None:
            cls._boundary_ = boundary
        return cls

    def _is_member(cls, value):
        # Members of one bit; the others are names of combinations.
        return value > 0 and value & value - 1 == 0


class Flag(Enum, metaclass=_FlagType):
    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 1 << max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._all_
        if value < 0:
            value = value & (mask if cls._boundary_ is not KEEP else (1 << max(mask.bit_length(),
                                                                        (~value).bit_length())) - 1)
        if value & ~mask:
            if cls._boundary_ is STRICT:
                bits = max(mask.bit_length(), value.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n"
                                 f"    given 0b0 {value:0{bits}b}\n  allowed 0b0 {mask:0{bits}b}")
            if cls._boundary_ is EJECT:
                return value
            if cls._boundary_ is CONFORM:
                value &= mask
        for member in cls._values_:
            if member._value_ == value:
                return member
        made = object.__new__(cls) if cls._member_type_ is None else int.__new__(cls, value)
        made._value_ = value
        names = [member._name_ for member in cls if value & member._value_]
        known = 0
        for member in cls:
            known |= member._value_
        rest = value & ~known
        if rest and names:
            names.append(str(rest))
        made._name_ = "|".join(names) if names else None
        cls._values_.append(made)  # so that it is made once
        return made

    @classmethod
    def _of(cls, value):
        return cls._find(value)

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if self._member_type_ is not None and isinstance(other, int):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self._of(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self._of(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self._of(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ is KEEP:
            return self._of(~self._value_)
        return self._of(self._all_ & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"{type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for member in type(self):
            if member._value_ & self._value_:
                yield member

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = type(self).__name__
        if self._name_ is None:
            return f"<{name}: {self._value_!r}>"
        return f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        name = type(self).__name__
        if self._name_ is None:
            return f"{name}({self._value_!r})"
        return f"{name}.{self._name_}"

    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return self is other


class IntFlag(int, Flag):
    _boundary_ = KEEP
    # int has operators of its own, which come first.
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __bool__ = Flag.__bool__

    def __repr__(self):
        name = type(self).__name__
        if self._name_ is None:
            return f"<{name}: {self._value_!r}>"
        return f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, format_spec):
        return format(self._value_, format_spec)

    def __hash__(self):
        return hash(self._value_)

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, IntFlag) else other)

    def __ne__(self, other):
        return not self == other


def unique(enumeration):
    aliases = [f"{name} -> {member._name_}" for name, member in enumeration._member_map_.items()
               if name != member._name_]
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration
