# SPDX-License-Identifier: MIT
# _typing: what type parameters, type aliases, list[int] and int | None become. Bounds, defaults and
# values of aliases are functions, called when they are asked for.


def call(function):
    return function()


def annotate(annotations):
    def decorate(function):
        function.__annotations__ = annotations
        return function
    return decorate


class _NoDefault:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefault()


def _evaluated(function):
    return None if function is None else function()


class _Parameter:
    __module__ = "typing"
    __covariant__ = False
    __contravariant__ = False
    __infer_variance__ = True
    _default = None

    def has_default(self):
        return self._default is not None

    @property
    def __default__(self):
        return NoDefault if self._default is None else self._default()

    def __repr__(self):
        return self.__name__ if self.__infer_variance__ else "~" + self.__name__

    def __or__(self, other):
        return UnionType(self, other)

    def __ror__(self, other):
        return UnionType(other, self)


class TypeVar(_Parameter):
    __module__ = "typing"
    _bound = None
    _constraints = None

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=NoDefault):
        self.__name__ = name
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        if bound is not None:
            self._bound = lambda: bound
        if constraints:
            self._constraints = lambda: constraints
        if default is not NoDefault:
            self._default = lambda: default

    @property
    def __bound__(self):
        return _evaluated(self._bound)

    @property
    def __constraints__(self):
        return () if self._constraints is None else self._constraints()


class _Plain(_Parameter):
    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__infer_variance__ = False
        if default is not NoDefault:
            self._default = lambda: default


class ParamSpec(_Plain):
    __module__ = "typing"
    args = kwargs = None

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        super().__init__(name, default=default)


class TypeVarTuple(_Plain):
    __module__ = "typing"

    def __iter__(self):
        yield self

    def __repr__(self):
        return self.__name__


def make_type_var(name, bound=None, constraints=None, default=None):
    made = TypeVar(name, infer_variance=True)
    made._bound = bound
    made._constraints = constraints
    made._default = default
    return made


def make_param_spec(name, default=None):
    made = ParamSpec(name)
    made.__infer_variance__ = True
    made._default = default
    return made


def make_type_var_tuple(name, default=None):
    made = TypeVarTuple(name)
    made._default = default
    return made


class Generic:
    __module__ = "typing"
    __slots__ = ()

    def __class_getitem__(cls, parameters):
        return cls


class TypeAliasType:
    __module__ = "typing"

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = lambda: value
        self.__type_params__ = type_params

    @property
    def __value__(self):
        return self._value()

    @property
    def __parameters__(self):
        return self.__type_params__

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, parameters)

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return UnionType(self, other)

    def __ror__(self, other):
        return UnionType(other, self)


def make_alias(name, value, type_params=()):
    made = TypeAliasType(name, None, type_params=type_params)
    made._value = value
    return made


def _shown(item):
    if item is ...:
        return "..."
    if isinstance(item, type):
        return item.__qualname__ if item.__module__ == "builtins" else f"{item.__module__}.{item.__qualname__}"
    if isinstance(item, list):
        return f"[{', '.join([_shown(part) for part in item])}]"
    return repr(item)


class GenericAlias:
    # A class with parameters, such as list[int]: calls make instances of the class.
    __module__ = "types"

    def __init__(self, origin, args, /):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)

    @property
    def __parameters__(self):
        found = []
        for arg in self.__args__:
            for part in (arg,) if isinstance(arg, _Parameter) else getattr(arg, "__parameters__", ()):
                if part not in found:
                    found.append(part)
        return tuple(found)

    def __getitem__(self, parameters):
        names = self.__parameters__
        if not names:
            raise TypeError(f"{self!r} is not a generic class")
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if len(parameters) != len(names):
            raise TypeError(f"Too {'many' if len(parameters) > len(names) else 'few'} arguments for {self!r}; "
                            f"actual {len(parameters)}, expected {len(names)}")
        given = dict(zip(names, parameters))
        args = []
        for arg in self.__args__:
            inner = getattr(arg, "__parameters__", ()) if isinstance(arg, GenericAlias) else ()
            if isinstance(arg, _Parameter):
                args.append(given[arg])
            else:
                args.append(arg[tuple([given[name] for name in inner])] if inner else arg)
        return GenericAlias(self.__origin__, tuple(args))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, instance):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __repr__(self):
        args = [_shown(arg) for arg in self.__args__] or ["()"]
        return f"{_shown(self.__origin__)}[{', '.join(args)}]"

    def __or__(self, other):
        return UnionType(self, other)

    def __ror__(self, other):
        return UnionType(other, self)


class UnionType(tuple):
    # int | None: a tuple of the classes, so that isinstance() takes it.
    __module__ = "types"
    __slots__ = ()

    def __new__(cls, *parts):
        found = []
        for part in parts:
            for one in part if isinstance(part, UnionType) else (part,):
                one = type(None) if one is None else one
                if one not in found:
                    found.append(one)
        return found[0] if len(found) == 1 else tuple.__new__(cls, found)

    @property
    def __args__(self):
        return tuple(list(self))

    @property
    def __parameters__(self):
        return tuple([part for part in self if isinstance(part, _Parameter)])

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, UnionType) else NotImplemented

    def __hash__(self):
        return hash(frozenset(list(self)))

    def __or__(self, other):
        return UnionType(self, other)

    def __ror__(self, other):
        return UnionType(other, self)

    def __repr__(self):
        return " | ".join(["None" if part is type(None) else _shown(part) for part in self])


def _is_form(value):
    return value is None or isinstance(value, (type, _Parameter, GenericAlias, UnionType, TypeAliasType))


def union(a, b):
    # a | b where one of them looks like a class in the source.
    if _is_form(a) and _is_form(b) and not (a is None and b is None):
        if not hasattr(type(a), "__or__") and not hasattr(type(b), "__ror__"):
            return UnionType(a, b)
    return a | b
