# SPDX-License-Identifier: MIT
# dataclasses: fields, defaults, generated methods, errors.
from dataclasses import (KW_ONLY, MISSING, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields,
                         is_dataclass, make_dataclass, replace)
from typing import ClassVar, List, Optional


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class Item:
    "An item."
    name: str
    price: float = 1.5
    tags: List[str] = field(default_factory=list)
    count: ClassVar[int] = 0
    note: Optional[str] = field(default=None, repr=False, compare=False)

    def total(self, n):
        return self.price * n


a = Item("nut")
b = Item("nut", 1.5, [], note="other")
print(a, a == b, a != b, a.total(3), a.tags is b.tags, [f.name for f in fields(a)], is_dataclass(a), is_dataclass(Item), is_dataclass(3), Item.__match_args__, Item.count, a == ("nut",), a.note, b.note, Item.price)
a.tags.append("x")
a.extra = 5
print(a, asdict(a), astuple(b), replace(a, name="bolt", price=2), a.extra)
attempt(Item)
attempt(Item, 1, 2, 3, 4, 5)
attempt(Item, "x", name="y")
attempt(Item, "x", colour=1)
attempt(hash, a)
attempt(lambda: a < b)
attempt(lambda: fields(3))
attempt(asdict, 3)
attempt(asdict, Item)
attempt(replace, a, nothing=1)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


v = Version(1, 2, "a")
print(v < Version(1, 3), v <= v, v > Version(0, 9), v == Version(1, 2, "b"), hash(v) == hash(Version(1, 2)), sorted([Version(2), v, Version(1)]), {v: 1}[Version(1, 2)])
for change in (lambda: setattr(v, "major", 5), lambda: setattr(v, "new", 5), lambda: delattr(v, "minor")):
    try:
        change()
    except FrozenInstanceError as e:
        print(e, isinstance(e, AttributeError))
attempt(lambda: v < 3)


@dataclass
class Base:
    x: int
    y: int = 10


@dataclass
class Child(Base):
    z: int = 20
    x: int = 15


print(Child(), Child(1, 2, 3), [f.name for f in fields(Child)], Child() == Base(15), isinstance(Child(), Base))


@dataclass
class Keywords:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int = field(default=3, kw_only=False)
    d: int


print(Keywords(1, d=4), Keywords(1, 9, d=5, b=7), Keywords.__match_args__)
attempt(Keywords, 1)
attempt(Keywords, 1, 2, 3)


@dataclass
class Post:
    a: int
    scale: InitVar[int] = 2
    total: int = field(init=False)
    log: list = field(init=False, default_factory=list)

    def __post_init__(self, scale):
        self.total = self.a * scale
        self.log.append(scale)


print(Post(3), Post(3, 5), [f.name for f in fields(Post)])
attempt(replace, Post(1), total=5)


@dataclass
class Tree:
    value: int
    left: "Tree" = None
    right: "Tree" = None


t = Tree(1, Tree(2), Tree(3, Tree(4)))
print(t, asdict(t), astuple(t), t == Tree(1, Tree(2), Tree(3, Tree(4))))
t.left = t
print(t)


@dataclass(eq=False, repr=False)
class Plain:
    x: int = 0


p = Plain()
print(p == Plain(), p == p, hash(p) == hash(p))


@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: list = field(default_factory=list, hash=False)


print(hash(Hashed(1, [2])) == hash(Hashed(1, [3])))


@dataclass
class Own:
    x: int

    def __repr__(self):
        return "own repr"

    def __eq__(self, other):
        return True


print(Own(1), Own(1) == 5)
for source in (lambda: dataclass(type("Bad", (), {"x": [], "__annotations__": {"x": list}, "__annotated__": ("x", "list")})), lambda: dataclass(type("Bad", (), {"x": 1, "__annotations__": {"x": int, "y": int}, "__annotated__": ("x", "int", "y", "int")})), lambda: field(default=1, default_factory=list), lambda: dataclass(order=True, eq=False)(type("Bad", (), {}))):
    attempt(source)


@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 2


s = Slotted(1)
print(s, s.y, hasattr(s, "__dict__"))
try:
    s.z = 3
except AttributeError:
    print("no z")
Made = make_dataclass("Made", [("x", int), ("y", int, field(default=5))], namespace={"sum": lambda self: self.x + self.y})
print(Made(1), Made(2, 3).sum())
match Version(1, 2):
    case Version(1, minor):
        print("one", minor)
print(asdict(Item("z", tags=[Base(1)]), dict_factory=lambda pairs: sorted(pairs, key=str)), MISSING is fields(Item)[0].default)


@dataclass
class Inventory:
    items: list = field(default_factory=list)
    by_name: dict = field(default_factory=dict)

    def add(self, item):
        self.items.append(item)
        self.by_name[item.name] = item
        return self


inv = Inventory().add(Item("a")).add(Item("b", 2.0))
print(asdict(inv)["by_name"]["b"]["price"], len(inv.items), inv == Inventory().add(Item("a")).add(Item("b", 2.0)))
