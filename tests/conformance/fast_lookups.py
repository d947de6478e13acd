# SPDX-License-Identifier: MIT
# Lookups that were made before and give something else now: methods shadowed by attributes, classes
# that change, built-ins that become globals.


class Base:
    def __init__(self):
        self.value = 1

    def who(self):
        return "base"

    def what(self):
        return "what of base"


class Middle(Base):
    pass


class Leaf(Middle):
    def __init__(self):
        super().__init__()
        self.extra = 2


def ask(thing):
    return thing.who()


def read(thing):
    return thing.value


leaf, middle, base = Leaf(), Middle(), Base()
all = (leaf, middle, base)
for _ in range(3):
    print([ask(thing) for thing in all], [read(thing) for thing in all])

# An instance's attribute hides the method after it was found in the class.
leaf.who = lambda: "own"
print([ask(thing) for thing in all])
leaf.__dict__["who"] = lambda: "own again"
print(ask(leaf))
del leaf.who
print([ask(thing) for thing in all])
setattr(middle, "who", len)
try:
    ask(middle)
except TypeError:
    print("len takes one")
middle.__dict__.clear()
print(ask(middle), hasattr(middle, "value"))
middle.value = 5

# A class in the middle gets the name, changes it, and loses it.
Middle.who = lambda self: "middle"
print([ask(thing) for thing in all])
Leaf.who = lambda self: "leaf " + super(Leaf, self).who()
print([ask(thing) for thing in all])
del Middle.who
print([ask(thing) for thing in all])
Base.who = lambda self: "base changed"
del Leaf.who
print([ask(thing) for thing in all])
Base.who = 5
try:
    ask(base)
except TypeError as error:
    print(error)
Base.who = staticmethod(lambda: "static")
print([ask(thing) for thing in all])
Base.who = classmethod(lambda cls: cls.__name__)
print([ask(thing) for thing in all])
Base.who = property(lambda self: self.what)
print([ask(thing) for thing in all])
leaf.__dict__["who"] = "hidden by the property"
print(ask(leaf))
del Base.who
try:
    ask(base)
except AttributeError as error:
    print(error)
Base.__getattr__ = lambda self, name: lambda: "missing " + name
print([ask(thing) for thing in all if thing is not leaf])
del Base.__getattr__

# A field that a property takes over, and a descriptor that comes later.
Base.value = 7
print([read(thing) for thing in all])
Base.value = property(lambda self: "from the property", lambda self, value: print("set", value))
print([read(thing) for thing in all])
base.value = 3
print(base.__dict__)
del Base.value
print([read(thing) for thing in all])


class Late:
    def __get__(self, instance, owner):
        return "late"

    def __set__(self, instance, value):
        print("late set", value)


Middle.value = Late()
print([read(thing) for thing in all])
leaf.value = 9
del Middle.value
print([read(thing) for thing in all])
Leaf.__getattribute__ = lambda self, name: "intercepted " + name
print([read(thing) for thing in all])
del Leaf.__getattribute__

# Another class for an instance.
class Other:
    def who(self):
        return "other"

    value = "of the class"


for thing in (Other(), base, Other()):
    Base.who = lambda self: "base once more"
    print(ask(thing), read(thing))

# Methods of built-in kinds, of classes derived from them, and of the same names elsewhere.
class Stack(list):
    def append(self, item):
        super().append(item * 2)


class Fake:
    def __init__(self):
        self.append = print


def add(to, item):
    to.append(item)


for to in ([], Stack(), Fake(), [1], Stack([1])):
    add(to, 3)
    print(len(to) if isinstance(to, list) else "fake", to if type(to) is list else "")


def measure(x):
    return len(x)


print(measure("abc"))
len = lambda x: "a global"
print(measure("abc"))
del len
print(measure("abc"))
print(measure.__name__, (lambda: abs(-2))())


def sends(x):
    return x.send(1)


class Sender:
    def send(self, item):
        return ("sent", item)


def generator():
    got = yield
    yield got


for x in (Sender(), generator(), Sender()):
    if not isinstance(x, Sender):
        next(x)
    print(sends(x))
