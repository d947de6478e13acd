# SPDX-License-Identifier: MIT
# super() in all places: methods, class methods, static methods, properties, nested functions, comprehensions, explicit arguments, attributes.


class Base:
    name = "base"

    def hello(self):
        return f"hello from {type(self).__name__}"

    @classmethod
    def make(cls, *a):
        return cls(*a)

    @staticmethod
    def static(x):
        return ("static", x)

    @property
    def prop(self):
        return "base prop"

    def __getitem__(self, k):
        return ("item", k)

    def __len__(self):
        return 3

    def __eq__(self, o):
        return "base eq"

    __hash__ = object.__hash__


class Child(Base):
    name = "child"

    def hello(self):
        return super().hello() + "!"

    @classmethod
    def make(cls, *a):
        made = super().make(*a)
        made.tag = "made by child"
        return made

    @staticmethod
    def static(x):
        return super(Child, Child).static(x * 2)

    @property
    def prop(self):
        return super().prop + "+"

    def __getitem__(self, k):
        return super().__getitem__(k + 1)

    def __len__(self):
        return super().__len__() * 2

    def __eq__(self, o):
        return [super().__eq__(o)]

    def lists(self):
        s = super()
        return [s.name for _ in range(2)], (lambda: super(Child, self).hello())()

    def nested(self):
        def inner():
            return super(Child, self).name
        return inner(), __class__.__name__

    def attribute(self):
        return super().name, self.name, super().prop, hasattr(super(), "nope"), getattr(super(), "nope", "default")


class Grand(Child):
    def hello(self):
        return super().hello() + super(Child, self).hello()

    def __init__(self, *a):
        super().__init__()
        self.args = a


c, g = Child(), Grand(1, 2)
print(c.hello(), g.hello(), Child.make().tag, Grand.make(5).args, Grand.make(5).tag, c.static(4), Grand.static(1), c.prop, g.prop)
print(c[1], g[5], len(c), len(g), c == 5, c.lists(), g.nested(), c.attribute())
print(super(Child, c).hello(), super(Child, g).name, super(Grand, g).name, super(Grand, g).prop, super(Child, Grand).static(3), super(Child, Child).make().__class__.__name__)


def outside(self):
    return super(Child, self).hello()


Child.added = outside
print(c.added())


def no_cell(self):
    return super().hello()


Child.broken = no_cell
for f in (lambda: super(Child, c).nope, lambda: super(Child, c).__nope__()):
    try:
        print(type(f()).__name__)
    except Exception as e:
        print(type(e).__name__, e)
try:
    super(Child, c).name = 5
    print(c.__dict__)
except AttributeError as e:
    print("AttributeError")


class Counted:
    made = 0

    def __new__(cls, *a):
        Counted.made += 1
        return super().__new__(cls)

    def __init_subclass__(cls, **k):
        super().__init_subclass__(**k)
        cls.sub = True

    def __setattr__(self, name, value):
        super().__setattr__(name, ("set", value))

    def __getattribute__(self, name):
        value = super().__getattribute__(name)
        return value


class Late(Counted):
    pass


l = Late()
l.x = 1
print(l.x, Late.sub, Counted.made, hasattr(Counted, "sub"))
