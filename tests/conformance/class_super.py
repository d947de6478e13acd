# SPDX-License-Identifier: MIT
# super in its forms: in methods, class methods, properties, nested functions, new attributes.

class Base:
    def __init__(self, x):
        self.x = x

    @classmethod
    def make(cls, x):
        return cls(x)

    @staticmethod
    def helper(v):
        return v + 1

    @property
    def size(self):
        return self.x

    def __getitem__(self, key):
        return ("base", key)

    def __repr__(self):
        return f"Base({self.x})"

    def steps(self):
        yield "base 1"
        yield "base 2"


class Derived(Base):
    @classmethod
    def make(cls, x):
        made = super().make(x * 2)
        made.via = "derived make"
        return made

    @staticmethod
    def helper(v):
        return Base.helper(v) * 10

    @property
    def size(self):
        return super().size + 100

    def __getitem__(self, key):
        return super().__getitem__(key) + ("derived",)

    def __repr__(self):
        return "Derived:" + super().__repr__()

    def explicit(self):
        return super(Derived, self).size, super(Derived, type(self)).make(1).x

    def in_closure(self):
        def inner():
            return super(Derived, self).size
        return inner()

    def in_comprehension(self):
        parent = super()
        return [parent.__getitem__(i) for i in range(2)]

    def stored(self):
        up = super()
        return up.size, up.__repr__()

    def steps(self):
        yield "derived 0"
        yield from super().steps()

    def missing(self):
        return super().not_there


d = Derived.make(5)
print(d.x, d.via, type(d).__name__, Derived.helper(1), d.helper(2), d.size, d["k"], d, d.explicit(), d.in_closure())
print(d.in_comprehension(), d.stored(), list(d.steps()))
try:
    d.missing()
except AttributeError as e:
    print(e)


class Third(Derived):
    def __init__(self, *args):
        super().__init__(*args)
        self.args = args

    def __repr__(self):
        return "Third>" + super().__repr__()


t = Third.make(1)
print(t, t.args, t.size, super(Derived, t).__repr__(), super(Third, t).__repr__())


class Meta:
    def __setattr__(self, name, value):
        super().__setattr__(name, ("set", value))

    def __getattr__(self, name):
        return "dynamic " + name


m = Meta()
m.a = 1
print(m.a, m.b)


class Quiet(Base):
    def __init__(self):
        pass


try:
    Quiet().x
except AttributeError as e:
    print(e)


def outside(self):
    return super(Derived, self).size


print(outside(d))
