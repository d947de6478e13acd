# SPDX-License-Identifier: MIT
# typing: the names that programs import. Annotations are not kept, so the forms only have to be
# there: subscribing one gives it again.
from _typing import (Generic, GenericAlias, NoDefault, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple,
                     UnionType)

TYPE_CHECKING = False


class _Form:
    __slots__ = ("_name", "_base")

    def __init__(self, name, base=None):
        self._name = name
        self._base = base

    def __getitem__(self, parameters):
        # List[int] is list, so that classes can derive from it.
        return self if self._base is None else self._base

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __call__(self, *args, **kwargs):
        if self._base is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        return self._base(*args, **kwargs)

    def __repr__(self):
        return "typing." + self._name


Any = _Form("Any")
Annotated = _Form("Annotated")
Callable = _Form("Callable")
ClassVar = _Form("ClassVar")
Concatenate = _Form("Concatenate")
Final = _Form("Final")
Literal = _Form("Literal")
LiteralString = _Form("LiteralString")
Never = _Form("Never")
NoReturn = _Form("NoReturn")
NotRequired = _Form("NotRequired")
Optional = _Form("Optional")
Required = _Form("Required")
Self = _Form("Self")
TypeAlias = _Form("TypeAlias")
TypeGuard = _Form("TypeGuard")
Union = _Form("Union")
Unpack = _Form("Unpack")

AnyStr = _Form("AnyStr")
Text = str
Hashable = _Form("Hashable", object)
Sized = _Form("Sized", object)
Awaitable = _Form("Awaitable", object)
Coroutine = _Form("Coroutine", object)
AsyncGenerator = _Form("AsyncGenerator", object)
AsyncIterable = _Form("AsyncIterable", object)
AsyncIterator = _Form("AsyncIterator", object)
Collection = _Form("Collection", object)
Container = _Form("Container", object)
Generator = _Form("Generator", object)
ItemsView = _Form("ItemsView", object)
Iterable = _Form("Iterable", object)
Iterator = _Form("Iterator", object)
KeysView = _Form("KeysView", object)
Mapping = _Form("Mapping", object)
MutableMapping = _Form("MutableMapping", object)
MutableSequence = _Form("MutableSequence", object)
MutableSet = _Form("MutableSet", object)
Reversible = _Form("Reversible", object)
Sequence = _Form("Sequence", object)
AbstractSet = _Form("AbstractSet", object)
ByteString = _Form("ByteString", object)
ValuesView = _Form("ValuesView", object)
ContextManager = _Form("ContextManager", object)
AsyncContextManager = _Form("AsyncContextManager", object)
SupportsInt = _Form("SupportsInt", object)
SupportsFloat = _Form("SupportsFloat", object)
SupportsIndex = _Form("SupportsIndex", object)
SupportsBytes = _Form("SupportsBytes", object)
SupportsAbs = _Form("SupportsAbs", object)
IO = _Form("IO", object)
TextIO = _Form("TextIO", object)
BinaryIO = _Form("BinaryIO", object)
Pattern = _Form("Pattern", object)
Match = _Form("Match", object)
Dict = _Form("Dict", dict)
FrozenSet = _Form("FrozenSet", frozenset)
List = _Form("List", list)
Set = _Form("Set", set)
Tuple = _Form("Tuple", tuple)
Type = _Form("Type", type)


class Protocol(Generic):
    __slots__ = ()


def NewType(name, tp):
    def new(x):
        return x
    new.__name__ = name
    new.__supertype__ = tp
    return new


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    return obj


def _same(x):
    return x


final = override = no_type_check = runtime_checkable = _same


def overload(func):
    def stub(*args, **kwds):
        raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated "
                                  "functions outside a stub module should always be followed by an implementation "
                                  "that is not @overload-ed.")
    return stub


def dataclass_transform(**options):
    return _same


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    # What the manifest has kept of annotations; texts stay texts.
    found = {}
    for one in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        found.update(getattr(one, "__annotations__", {}))
    return found


def get_origin(tp):
    if isinstance(tp, UnionType):
        return UnionType
    return tp.__origin__ if isinstance(tp, GenericAlias) else None


def get_args(tp):
    return tp.__args__ if isinstance(tp, (GenericAlias, UnionType)) else ()


class _NamedTupleType(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        from collections import namedtuple
        annotated = namespace.pop("__annotated__", ())
        fields = annotated[::2]
        defaults = []
        for field in fields:
            if field in namespace:
                defaults.append(namespace.pop(field))
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} "
                                f"{', '.join(fields[len(fields) - len(defaults) - 1:fields.index(field)])}")
        made = namedtuple(name, fields, defaults=defaults)
        for key, value in namespace.items():
            if key not in ("__module__", "__qualname__"):
                setattr(made, key, value)
        return made

    def __call__(cls, typename, fields=()):
        from collections import namedtuple
        return namedtuple(typename, [name for name, _ in fields])


class NamedTuple(metaclass=_NamedTupleType):
    pass


class _TypedDictType(type):
    def __new__(mcls, name, bases, namespace, total=True):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        return super().__new__(mcls, name, (dict,), namespace)

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)


class TypedDict(metaclass=_TypedDictType):
    pass
