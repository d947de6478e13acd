# SPDX-License-Identifier: MIT
# __new__, object construction protocol, instances returned by __new__, type() of things.

class Tracked:
    log = []

    def __new__(cls, *args, **kwargs):
        cls.log.append(("new", cls.__name__, args))
        return super().__new__(cls)

    def __init__(self, x, y=1):
        self.log.append(("init", x, y))
        self.x = x


class TrackedChild(Tracked):
    pass


t = Tracked(5, y=2)
TrackedChild(6)
print(Tracked.log, t.x)


class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
            cls.instance.count = 0
        return cls.instance

    def __init__(self):
        self.count += 1


print(Single() is Single(), Single().count)


class Other:
    def __new__(cls, v):
        return v * 2

    def __init__(self, v):
        print("never called")


print(Other(4), Other("ab"))


class MaybeInit:
    def __new__(cls, kind):
        if kind == "child":
            return object.__new__(MaybeChild)
        return object.__new__(cls)

    def __init__(self, kind):
        self.kind = kind


class MaybeChild(MaybeInit):
    pass


print(type(MaybeInit("child")).__name__, MaybeInit("child").kind, type(MaybeInit("x")).__name__)
bare = Tracked.__new__(Tracked)
print(hasattr(bare, "x"), type(bare) is Tracked, isinstance(bare, Tracked))
bare.__init__(9)
print(bare.x)


class Cached:
    pool = {}

    def __new__(cls, key):
        if key not in cls.pool:
            cls.pool[key] = super().__new__(cls)
        return cls.pool[key]

    def __init__(self, key):
        self.key = key


print(Cached("a") is Cached("a"), Cached("a") is Cached("b"), len(Cached.pool))


class ReturnsValue:
    def __init__(self):
        return 5


try:
    ReturnsValue()
except TypeError as e:
    print(e)
print([type(v).__name__ for v in (1, 1.5, "s", b"b", None, True, [], (), {}, set(), range(1), len, t, Tracked, type)])
print(type(1) is int, type(Tracked) is type, type(type) is type, type(t) == Tracked, isinstance(Tracked, type), isinstance(int, type))
o = object()
print(o == o, o == object(), o != object(), isinstance(o, object), type(o).__name__, bool(o))
try:
    object(1)
except TypeError as e:
    print("TypeError")
Made = type("Made", (Tracked,), {"extra": 7, "hello": lambda self: "hi " + str(self.x)})
m = Made(3)
print(Made.__name__, m.extra, m.hello(), isinstance(m, Tracked), Made.log[-1])
