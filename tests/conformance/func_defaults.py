# SPDX-License-Identifier: MIT
# Parameters with defaults, keyword arguments, when defaults are evaluated.

def greet(name, greeting="Hello", mark="!"):
    return f"{greeting}, {name}{mark}"


print(greet("Ann"), greet("Bob", "Hi"), greet("Cy", mark="?"), greet(mark=".", name="Di"), greet("Ed", greeting="Yo", mark=""))


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []), collect(4))
base = 10


def late(x=base, y=base * 2):
    return x + y


base = 99
print(late(), late(1), late(y=1), late(1, 2))


def fresh(items=None):
    items = [] if items is None else items
    items.append(len(items))
    return items


print(fresh(), fresh(), fresh([5]))


def order(tag):
    print("default", tag)
    return tag


def f(a=order("a"), b=order("b")):
    return a + b


print(f(), f("x"), f.__name__, f.__defaults__, collect.__defaults__[0])
makers = []
for i in range(3):
    def made(x, i=i):
        return x * i
    makers.append(made)
print([m(10) for m in makers])
for args, kwargs in (((), {}), (("a", "b", "c", "d"), {}), (("a",), {"nope": 1}), (("a",), {"name": "b"})):
    try:
        print(greet(*args, **kwargs))
    except TypeError as e:
        print(e)


def no_args():
    return "nothing in"


def returns_nothing():
    pass


print(no_args(), returns_nothing(), (lambda: None)())
try:
    no_args(1)
except TypeError as e:
    print(e)


def many(a, b, c, d=4, e=5, f=6, g=7, h=8):
    return [a, b, c, d, e, f, g, h]


print(many(1, 2, 3), many(1, 2, 3, h=0), many(c=1, a=2, b=3, e=9), many(*range(8)))
