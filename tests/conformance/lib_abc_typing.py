# SPDX-License-Identifier: MIT
# abc, collections.abc and typing.
# mpy-refused: FZ0520
from abc import ABC, ABCMeta, abstractmethod
from collections import abc
from typing import TYPE_CHECKING, Any, Callable, Dict, Generic, List, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union, cast, overload

if TYPE_CHECKING:
    import nowhere


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class Shape(ABC):
    @abstractmethod
    def area(self):
        return "base"

    @property
    @abstractmethod
    def name(self): ...

    def show(self):
        return f"{self.name} {self.area()}"


class Half(Shape):
    def area(self):
        return super().area() + "!"


class Square(Half):
    name = "square"


attempt(Shape)
attempt(Half)
print(Square().show(), isinstance(Square(), Shape), issubclass(Half, Shape), sorted(Shape.__abstractmethods__), Square.__abstractmethods__, type(Shape) is ABCMeta)


class Duck(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        return any("quack" in base.__dict__ for base in C.__mro__) or NotImplemented


class Mallard:
    def quack(self):
        pass


class Other:
    pass


print(isinstance(Mallard(), Duck), isinstance(Other(), Duck), issubclass(Other, Duck))
Shape.register(Other)
print(isinstance(Other(), Shape), issubclass(Other, Shape), Shape.register(Other) is Other)
attempt(issubclass, 3, Shape)
for value in ([1], (1,), "s", b"b", {1: 2}, {1}, frozenset(), range(3), iter([]), (x for x in ()), 5, len, {}.keys(), None, Square, Mallard()):
    print([name for name in "Hashable Iterable Iterator Reversible Generator Sized Container Collection Callable Sequence MutableSequence Set MutableSet Mapping MutableMapping KeysView".split() if isinstance(value, getattr(abc, name))])


class Stack(abc.MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, value):
        self.items[i] = value

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, value):
        self.items.insert(i, value)


s = Stack(1, 2, 3)
s.append(4)
s.extend([5, 6])
s += [7]
s.reverse()
print(list(s), s.pop(), s.index(6), s.count(3), 4 in s, 9 in s, list(reversed(s)), s.remove(4), len(s), isinstance(s, abc.Sequence))
s.clear()
print(list(s))


class Env(abc.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k.lower()]

    def __setitem__(self, k, v):
        self.d[k.lower()] = v

    def __delitem__(self, k):
        del self.d[k.lower()]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


e = Env()
e.update(A=1, B=2)
e["C"] = 3
print(e["a"], e.get("z"), e.get("B", 0), "c" in e, list(e.keys()), list(e.items()), list(e.values()), e.pop("A"), e.setdefault("Q", 9), e == {"b": 2, "c": 3, "q": 9}, e.popitem(), len(e), ("b", 2) in e.items(), sorted(e.keys() & {"c", "q"}))


class Bits(abc.Set):
    def __init__(self, items=()):
        self.items = sorted(set(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


x, y = Bits([1, 2, 3]), Bits([2, 3, 4])
print(list(x & y), list(x | y), list(x - y), list(x ^ y), x <= y, Bits([2]) < x, x == Bits([3, 2, 1]), x.isdisjoint([9]), list(x | [7]))
attempt(abc.Sequence)
T = TypeVar("T")
UserId = NewType("UserId", int)


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value: T = value

    def get(self) -> "Optional[T]":
        return self.value


class Ints(List[int]):
    pass


class Sized(Protocol):
    def size(self) -> int: ...


class Point(NamedTuple):
    x: int
    y: int = 5

    def norm(self):
        return abs(self.x) + abs(self.y)


class Movie(TypedDict):
    title: str
    year: int


@overload
def twice(a: int) -> int: ...
@overload
def twice(a: str) -> str: ...
def twice(a: Union[int, str]) -> Any:
    return a * 2


Handler = Callable[[int, Dict[str, Any]], None]
print(Box(3).get(), Box[int](4).value, Ints([1, 2]), UserId(5) + 1, cast("int", "x"), Point(1), Point(1, 2).norm(), Point._fields, Point(3)._replace(x=4), Movie(title="t", year=1), twice("a"), issubclass(Ints, list))
