# SPDX-License-Identifier: MIT
# __init_subclass__, __set_name__, __class_getitem__, class keyword arguments.
# mpy-refused: FZ0520

class Plugin:
    registry = {}

    def __init_subclass__(cls, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[name or cls.__name__] = cls
        cls.tagged = f"tag:{cls.__name__}"


class Audio(Plugin):
    pass


class Video(Plugin, name="vid"):
    pass


class Sub(Video, name="sub"):
    pass


print(sorted(Plugin.registry), Plugin.registry["vid"] is Video, Audio.tagged, Sub.tagged, hasattr(Plugin, "tagged"))
try:
    class Bad(Plugin, other=1):
        pass
except TypeError as e:
    print("TypeError")
try:
    class Bad2(name="x"):
        pass
except TypeError as e:
    print("TypeError")


class Field:
    def __init__(self, kind):
        self.kind = kind
        self.name = None

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, f"no {self.name}")

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        obj.__dict__[self.name] = value


class Person:
    name = Field(str)
    age = Field(int)
    plain = 5


p = Person()
print(p.name, p.age, Person.age.kind.__name__)
p.name, p.age = "Ann", 30
print(p.name, p.age, vars(p))
try:
    p.age = "old"
except TypeError as e:
    print(e)


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__ if hasattr(item, '__name__') else item}]"


print(Box[int], Box[5], Box["x"])


class Ordered:
    def __init_subclass__(cls):
        cls.fields = [k for k, v in vars(cls).items() if not k.startswith("__") and not callable(v)]


class Config(Ordered):
    host = "h"
    port = 1

    def method(self):
        pass

    debug = False


print(Config.fields)


class Shape:
    kinds = []

    def __init_subclass__(cls, /, sides=0):
        cls.sides = sides
        Shape.kinds.append((cls.__name__, sides))


class Tri(Shape, sides=3):
    pass


class Sq(Shape, sides=4):
    pass


print(Shape.kinds, Tri().sides, Sq.sides)
