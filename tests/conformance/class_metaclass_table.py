# SPDX-License-Identifier: MIT
# Metaclasses: the order of what is called, keywords, __call__, attributes, conflicts, type() with three arguments.
# mpy-refused: FZ0520

log = []


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        log.append(("prepare", name, kw))
        return {}

    def __new__(mcs, name, bases, ns, **kw):
        log.append(("new", name, sorted(k for k in ns if not k.startswith("__"))))
        ns["added"] = name.lower()
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        log.append(("init", name, kw))
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        log.append(("call", cls.__name__, args))
        obj = super().__call__(*args, **kw)
        obj.stamped = True
        return obj

    def __len__(cls):
        return len(cls.__name__)

    def __iter__(cls):
        return iter(cls.__name__)

    def __contains__(cls, item):
        return item in cls.__name__

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __add__(cls, other):
        return cls.__name__ + other.__name__

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    def __instancecheck__(cls, obj):
        return getattr(obj, "pretend", False) or type.__instancecheck__(cls, obj)

    @property
    def upper(cls):
        return cls.__name__.upper()

    def helper(cls):
        return f"help for {cls.__name__}"


class Base(metaclass=Meta, flag=1):
    attr = 5

    def __init__(self, v=0):
        self.v = v


class Child(Base, flag=2):
    pass


c = Child(7)
for entry in log:
    print(entry)
print(Base.added, Child.added, c.v, c.stamped, len(Child), list(Base), "h" in Child, Child[3], Base + Child, Base, Child.upper, Base.helper())
print(type(Child).__name__, type(c) is Child, isinstance(Child, Meta), isinstance(c, Base), issubclass(Child, Base))


class Fake:
    pretend = True


print(isinstance(Fake(), Base), isinstance(5, Base), hasattr(c, "upper"), hasattr(c, "helper"))
try:
    c.helper()
except AttributeError as e:
    print(e)


class Other(type):
    pass


class O(metaclass=Other):
    pass


try:
    class Conflict(Base, O):
        pass
except TypeError as e:
    print(e)
Made = type("Made", (Base,), {"x": 1, "get": lambda self: self.x})
print(Made, Made().get(), Made.added, type(Made).__name__, Made.__bases__, Made.__name__, Made.__mro__[1:3])
Plain = type("Plain", (), {})
print(Plain.__name__, type(Plain) is type, Plain().__class__ is Plain, Plain.__bases__ == (object,))
for args in (("N", (int, str), {}), ("N", (bool,), {}), (1, 2)):
    try:
        print(type(*args))
    except TypeError as e:
        print(e)


class Registry(type):
    classes = {}

    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if bases:
            Registry.classes[name] = cls


class Plugin(metaclass=Registry):
    pass


class A(Plugin):
    pass


class B(A):
    pass


print(sorted(Registry.classes), Registry.classes["A"] is A)


class Singleton(type):
    found = {}

    def __call__(cls, *a):
        if cls not in cls.found:
            cls.found[cls] = super().__call__(*a)
        return cls.found[cls]


class Config(metaclass=Singleton):
    def __init__(self, n=0):
        self.n = n


print(Config(3) is Config(4), Config().n)
