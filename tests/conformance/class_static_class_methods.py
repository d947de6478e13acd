# SPDX-License-Identifier: MIT
# staticmethod and classmethod: calls through class and instance, inheritance, alternative constructors.

class Date:
    def __init__(self, y, m, d):
        self.parts = y, m, d

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))

    @classmethod
    def epoch(cls, *, year=1970):
        return cls(year, 1, 1)

    @staticmethod
    def valid(text):
        return text.count("-") == 2

    @classmethod
    def name(cls):
        return cls.__name__

    def again(self):
        return self.parse("1-2-3").parts, self.valid("x"), self.name()

    def __repr__(self):
        return f"{type(self).__name__}{self.parts}"


class DateTime(Date):
    @classmethod
    def parse(cls, text):
        made = super().parse(text.split("T")[0])
        made.time = text.split("T")[1]
        return made

    @staticmethod
    def valid(text):
        return "T" in text and Date.valid(text)


d = Date.parse("2024-02-29")
dt = DateTime.parse("2024-02-29T12")
print(d, dt, dt.time, Date.epoch(), DateTime.epoch(year=2000), d.epoch(), d.again())
print(Date.valid("1-2-3"), d.valid("x"), DateTime.valid("1-2-3"), dt.valid("1-2-3T0"), Date.name(), dt.name(), DateTime.name())
f = Date.parse
g = d.valid
print(f("1-1-1"), g("a-b-c"), Date.parse.__name__, callable(Date.valid))


class Counter:
    instances = 0

    @classmethod
    def count(cls):
        cls.instances += 1
        return cls.instances


class SubCounter(Counter):
    pass


print(Counter.count(), Counter.count(), SubCounter.count(), Counter.instances, SubCounter.instances)


class Mixed:
    x = "class x"

    def __init__(self):
        self.x = "instance x"

    def normal(self):
        return self.x

    @classmethod
    def klass(cls):
        return cls.x

    @staticmethod
    def static(self="nothing"):
        return self


m = Mixed()
print(m.normal(), m.klass(), m.static(), m.static(5), Mixed.klass(), Mixed.static(), Mixed.normal(m))
for bad in (lambda: Mixed.normal(), lambda: Mixed.klass(1), lambda: m.static(1, 2)):
    try:
        bad()
    except TypeError as e:
        print(e)


def plain(x):
    return x * 2


class Attached:
    as_static = staticmethod(plain)
    as_class = classmethod(lambda cls, v: (cls.__name__, v))
    as_method = plain

    def __mul__(self, n):
        return f"me*{n}"


print(Attached.as_static(4), Attached().as_static(5), Attached.as_class(1), Attached().as_class(2), Attached().as_method())
print(type(vars(Attached)["as_static"]).__name__, type(vars(Attached)["as_class"]).__name__, [k(3) for k in (Attached.as_static, Attached.as_class)])
