"""Calls of what is known when building."""


def none():
    pass


def two(a, b):
    pass


def defaults(a, b=1, *, c, d=2):
    pass


def only(a, /, b):
    pass


def anything(*args, **kwargs):
    pass


def some(a, *args, b):
    pass


async def later(a):
    pass


class Plain:
    def __init__(self, x, y=0):
        pass


class Bare(object):
    pass


class Derived(Plain):
    pass


class Odd:
    def __new__(cls, *args):
        return object.__new__(cls)

    def __init__(self, x):
        pass


def decorate(f):
    return anything


@decorate
def decorated(a):
    pass


def twice(a):
    pass


def replace():
    global replaced
    replaced = anything


def replaced(a):
    pass


if decorated:
    def either(a):
        pass
else:
    def either(a, b):
        pass

values = [1, 2]
none(1)  #! wrong-argument-count
none()
none(*values)
two(1)  #! wrong-argument-count
two(1, 2, 3)  #! wrong-argument-count
two(1, 2, *values)
two(1, 2, 3, *values)
two(1, b=2)
two(1, a=2, b=3)  #! wrong-argument-count
two(1, c=2)  #! unknown-keyword
two(1, **{"b": 2})
two(a=1, **{"b": 2})
defaults(1, c=1)
defaults(1)  #! wrong-argument-count
defaults(1, 2, 3, c=4)  #! wrong-argument-count
defaults(c=1)  #! wrong-argument-count
defaults(a=1, c=1, e=2)  #! unknown-keyword
only(1, 2)
only(1, b=2)
only(a=1, b=2)  #! unknown-keyword
anything(1, 2, x=3)
some(1, 2, 3, b=1)
some(1, 2, 3)  #! wrong-argument-count
some(b=1)  #! wrong-argument-count
later(1)
later()  #! wrong-argument-count
Plain(1)
Plain(1, y=2)
Plain()  #! wrong-argument-count
Plain(1, z=2)  #! unknown-keyword
Plain(1, 2, 3)  #! wrong-argument-count
Bare()
Derived()
Odd()
decorated()
replaced()
either()
print(1, 2)


def uses():
    later_defined(1, 2)  #! wrong-argument-count
    later_defined(1)
    replace  #! missing-call

    def local(a):
        return a
    local()  #! wrong-argument-count
    local(1)
    two = anything
    two()


def parameter(two):
    two()


def later_defined(a):
    pass


replace  #! missing-call
replace()
values
Plain
try:
    none
except NameError:
    pass
(lambda a: a)()


class Meter:
    def __init__(self):
        self.replaced = print
        self.read(1)
        self.read()  #! wrong-argument-count
        self.read(1, 2, 3)  #! wrong-argument-count
        self.read(1, scale=2)
        self.read(1, unit=2)  #! unknown-keyword
        self.read(*[])
        self.replaced(1, 2)
        self.abstract(1, 2)
        self.counted(1)
        self.shared(1, 2)
        self.missing(1)
        self.__private()  #! wrong-argument-count

    def read(self, pin, scale=1):
        def inner(self):
            self.read()
        self = inner
        self.read()
        return pin * scale

    def __private(self, value):
        return value

    def replaced(self):
        return self

    def abstract(self):
        raise NotImplementedError

    @staticmethod
    def counted(n):
        return n

    def shared(self):
        return self


class Other:
    def shared(self, a, b):
        return a, b
