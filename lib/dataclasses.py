# SPDX-License-Identifier: MIT
# dataclasses: classes made of their annotated variables. The compiler hands over the names and the
# texts of the annotations in `__annotated__` and gives instances a fixed place for each; nothing is
# generated as source, so __init__ and the others are functions that walk over the fields.


class FrozenInstanceError(AttributeError):
    pass


class _Sentinel:
    __slots__ = ("_name",)

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return self._name


MISSING = _Sentinel("MISSING")
KW_ONLY = _Sentinel("KW_ONLY")
_FIELDS = "__dataclass_fields__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata",
                 "kw_only", "_is_variable")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._is_variable = False  # an InitVar: only an argument of __init__

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is(text, name):
    text = text.split("[", 1)[0].strip()
    return text == name or text.endswith("." + name)


def _collect(cls, kw_only):
    fields = {}
    for base in cls.__mro__[:0:-1]:
        for name, inherited in base.__dict__.get(_FIELDS, {}).items():
            fields[name] = inherited
    annotated = cls.__dict__.get("__annotated__", ())
    seen_marker = False
    for i in range(0, len(annotated), 2):
        name, text = annotated[i], annotated[i + 1]
        if _is(text, "KW_ONLY"):
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = kw_only = True
            continue
        made = getattr(cls, name, MISSING)
        if isinstance(made, Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
                name_setter = getattr(type(made.default), "__set_name__", None)
                if name_setter is not None:
                    name_setter(made.default, cls, name)
        else:
            made = field(default=made)
        made.name = name
        made.type = text
        is_class_variable = _is(text, "ClassVar")
        made._is_variable = _is(text, "InitVar")
        if (is_class_variable or made._is_variable) and made.default_factory is not MISSING:
            raise TypeError(f"field {name} cannot have a default factory")
        if is_class_variable:
            if made.kw_only is not MISSING:
                raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
            continue
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if made.default is not MISSING and type(made.default).__hash__ is None:
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use "
                             "default_factory")
        if isinstance(made.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use "
                             "default_factory")
        fields[name] = made
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotated[::2]:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return fields


def _has_default(f):
    return f.default is not MISSING or f.default_factory is not MISSING


def _listed(names):
    names = [f"'{name}'" for name in names]
    if len(names) == 1:
        return f"1 required positional argument: {names[0]}"
    comma = "," if len(names) > 2 else ""
    return f"{len(names)} required positional arguments: {', '.join(names[:-1])}{comma} and {names[-1]}"


def _make_init(cls, fields, frozen, slots):
    positional = [f for f in fields if f.init and not f.kw_only]
    seen = None
    for f in positional:
        if _has_default(f):
            seen = f
        elif seen is not None:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    arguments = [f.name for f in positional]
    keywords = [f.name for f in fields if f.init and f.kw_only]
    what = f"{cls.__qualname__}.__init__()"
    store = object.__setattr__ if frozen else setattr
    variables = [f.name for f in fields if f._is_variable]

    def bind(args, kwargs):
        least = len([f for f in positional if not _has_default(f)])
        if len(args) > len(arguments):
            most = len(arguments) + 1
            takes = f"from {least + 1} to {most}" if least < len(arguments) else str(most)
            plural = "" if takes == "1" else "s"
            raise TypeError(f"{what} takes {takes} positional argument{plural} but {len(args) + 1} "
                            f"{'was' if not args else 'were'} given")
        given = dict(zip(arguments, args))
        for name, value in kwargs.items():
            if name not in arguments and name not in keywords:
                raise TypeError(f"{what} got an unexpected keyword argument '{name}'")
            if name in given:
                raise TypeError(f"{what} got multiple values for argument '{name}'")
            given[name] = value
        missing = [f.name for f in positional if f.name not in given and not _has_default(f)]
        if missing:
            raise TypeError(f"{what} missing {_listed(missing)}")
        missing = [f.name for f in fields if f.init and f.kw_only and f.name not in given and not _has_default(f)]
        if missing:
            raise TypeError(f"{what} missing {_listed(missing).replace('positional', 'keyword-only')}")
        return given

    def __init__(self, /, *args, **kwargs):
        given = bind(args, kwargs)
        extra = []
        for f in fields:
            name = f.name
            if f.init and name in given:
                value = given[name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING and (f.init or slots):
                value = f.default
            else:
                continue
            if name in variables:
                extra.append(value)
            else:
                store(self, name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__(*extra)

    return __init__


_showing = []


def _make_repr(names):
    def __repr__(self):
        for other in _showing:
            if other is self:
                return "..."
        _showing.append(self)
        try:
            shown = [f"{name}={getattr(self, name)!r}" for name in names]
        finally:
            _showing.pop()
        return f"{type(self).__qualname__}({', '.join(shown)})"
    return __repr__


def _values(names):
    def values(self):
        return tuple([getattr(self, name) for name in names])
    return values


def _make_order(values, compare):
    def method(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return compare(values(self), values(other))
    return method


def _make_frozen(cls, names):
    # Instances of classes below may have attributes of their own.
    def __setattr__(self, name, value):
        if type(self) is frozen or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(frozen, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is frozen or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(frozen, self).__delattr__(name)

    def settle(made):
        nonlocal frozen
        frozen = made

    frozen = cls
    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__
    return settle


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    for base in cls.__mro__[1:]:
        params = base.__dict__.get("__dataclass_params__")
        if params is not None and params["frozen"] != frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one" if frozen else
                            "cannot inherit non-frozen dataclass from a frozen one")
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    own = cls.__dict__
    has_hash = "__hash__" in own and not (own["__hash__"] is None and "__eq__" in own)
    table = _collect(cls, kw_only)
    fields = list(table.values())
    setattr(cls, _FIELDS, table)
    cls.__dataclass_params__ = {"frozen": frozen, "order": order, "eq": eq}
    if init and "__init__" not in own:
        cls.__init__ = _make_init(cls, fields, frozen, slots)
    stored = [f for f in fields if not f._is_variable]
    if repr and "__repr__" not in own:
        cls.__repr__ = _make_repr([f.name for f in stored if f.repr])
    values = _values([f.name for f in stored if f.compare])
    if eq and "__eq__" not in own:
        cls.__eq__ = _make_order(values, lambda a, b: a == b)
    if order:
        for name, compare in (("__lt__", lambda a, b: a < b), ("__le__", lambda a, b: a <= b),
                              ("__gt__", lambda a, b: a > b), ("__ge__", lambda a, b: a >= b)):
            if name in own:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using "
                                "functools.total_ordering")
            setattr(cls, name, _make_order(values, compare))
    if frozen:
        for name in ("__setattr__", "__delattr__"):
            if name in own:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
        settle = _make_frozen(cls, [f.name for f in fields])
    if unsafe_hash and has_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or (eq and frozen and not has_hash):
        hashed = _values([f.name for f in stored if (f.compare if f.hash is None else f.hash)])
        cls.__hash__ = lambda self: hash(hashed(self))
    elif eq and not has_hash:
        cls.__hash__ = None
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([f.name for f in fields if f.init and not f.kw_only])
    if slots:
        cls = _with_slots(cls, stored)
        if frozen:
            settle(cls)
    return cls


def _slots_of(base):
    names = base.__dict__.get("__slots__", ())
    if isinstance(names, str):
        return [names]
    if hasattr(names, "__next__"):
        raise TypeError(f"Slots of '{base.__name__}' cannot be determined")
    return names


def _with_slots(cls, stored):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = [name for base in cls.__mro__[1:-1] for name in _slots_of(base)]
    namespace = dict(cls.__dict__)
    for f in stored:
        namespace.pop(f.name, None)
    namespace["__slots__"] = tuple([f.name for f in stored if f.name not in inherited])
    return type(cls)(cls.__name__, cls.__bases__, namespace)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    if weakref_slot and not slots: # any object can have weak references
        raise TypeError("weakref_slot is True but slots is False")

    def decorate(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return decorate if cls is None else decorate(cls)


def fields(class_or_instance):
    table = getattr(class_or_instance, _FIELDS, None)
    if table is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([f for f in table.values() if not f._is_variable])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return not isinstance(obj, type) and hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _convert(obj, make):
    if _is_instance(obj):
        return make([(f.name, _convert(getattr(obj, f.name), make)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_convert(item, make) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(item, make) for item in obj])
    if isinstance(obj, dict):
        return type(obj)([(_convert(key, make), _convert(value, make)) for key, value in obj.items()])
    if type(obj) in (int, str, float, bool, bytes, type(None)):
        return obj
    from copy import deepcopy
    return deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
        elif f.name not in changes:
            if f._is_variable and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    from keyword import iskeyword
    namespace = dict(namespace or {})
    annotated = []
    for item in fields:
        if isinstance(item, str):
            item = item, "typing.Any"
        if len(item) not in (2, 3):
            raise TypeError(f"Invalid field: {item!r}")
        name, kind = item[:2]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotated[::2]:
            raise TypeError(f"Field name duplicated: {name!r}")
        if isinstance(kind, InitVar):
            kind = "InitVar"
        annotated += [name, kind if isinstance(kind, str) else getattr(kind, "__name__", None) or str(kind)]
        if len(item) == 3:
            namespace[item[0]] = item[2]
    namespace["__annotated__"] = tuple(annotated)
    return dataclass(type(cls_name, bases, namespace), **options)
