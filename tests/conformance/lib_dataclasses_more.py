# SPDX-License-Identifier: MIT
# Data classes: own methods stay, defaults of all sorts, what is frozen in classes below.
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, dataclass, field, fields, make_dataclass
from typing import ClassVar


@dataclass
class Doubled:
    x: int

    def __init__(self, x):
        self.x = 2 * x

    def __repr__(self):
        return f"<{self.x}>"


print(Doubled(3), Doubled(3) == Doubled(3))


@dataclass(frozen=True)
class Fixed:
    x: int
    y: int = 10


class Below(Fixed):
    pass


b = Below(1)
b.more = 5
print(b.more, b.x, b.y)
del b.more
for change in (lambda: setattr(b, "x", 2), lambda: delattr(b, "y"), lambda: setattr(Fixed(1), "more", 1)):
    try:
        change()
    except FrozenInstanceError as e:
        print(e)


@dataclass(frozen=True, slots=True)
class FixedSlots:
    x: int


try:
    FixedSlots(1).x = 2
except FrozenInstanceError as e:
    print(e)


class Reading:
    def __get__(self, obj, owner):
        return 100 if obj is None else obj._x

    def __set__(self, obj, value):
        obj._x = value


class Named:
    def __set_name__(self, owner, name):
        self.name = name + "!"


class Plain:
    inherited = 7


@dataclass
class Sorts(Plain):
    a: Reading = Reading()
    inherited: int
    b: int = field(default=4, init=False)
    c: Named = field(default=Named(), init=False)
    shared: ClassVar[int] = field(default=20)


s = Sorts()
print(s.a, s.inherited, s.b, Sorts.c.name, Sorts.shared, [f.name for f in fields(Sorts)])
s = Sorts(5, 6)
print(s.a, s.inherited, "b" in vars(s), s.b, s.shared)


class OneSlot:
    __slots__ = "aa"


@dataclass(slots=True, weakref_slot=False)
class Slotted(OneSlot):
    a: int
    z: int = 3


print(Slotted.__slots__, Slotted(1).z)
for name, make in (
    ("factory of a variable", lambda: dataclass(type("C", (), {"__annotations__": {}}), weakref_slot=True)),
    ("twice", lambda: make_dataclass("C", ["x", "x"])),
    ("keyword", lambda: make_dataclass("C", ["for"])),
    ("no name", lambda: make_dataclass("C", ["1x"])),
    ("number", lambda: make_dataclass("C", [(1, int)])),
    ("bad", lambda: make_dataclass("C", ["a", ("b", 1, 2, 3)])),
):
    try:
        print(name, make())
    except TypeError as e:
        print(name, "-", e)
try:
    @dataclass
    class WithFactory:
        x: InitVar[list] = field(default_factory=list)
except TypeError as e:
    print(e)
try:
    @dataclass
    class Twice:
        _: KW_ONLY
        x: int
        __: KW_ONLY
        y: int
except TypeError as e:
    print(e)
try:
    @dataclass(frozen=True)
    class Unannotated(Fixed):
        x = field(default=1)
except TypeError as e:
    print(str(e).split(":")[0])


def scale(self, by):
    self.x *= by


Made = make_dataclass("Made", [("x", int), ("by", InitVar[int]), ("k", ClassVar[int], 10)], namespace={"__post_init__": scale})
m = Made(2, 3)
print(m, Made.k, [f.name for f in fields(m)])
