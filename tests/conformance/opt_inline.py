# SPDX-License-Identifier: MIT
# Functions that are one expression, called before and after they may change.


def say(x):
    print("say", x)
    return x


def early():
    return flag()


def flag():
    "Documented."
    return False


def pair(x, y):
    return x, y, "mm"


def swapped(x, y):
    return y, x


def twice(x):
    return x, x


def is_none(x):
    return x is None


def identity(x):
    return x


def ignores(x):
    return 1


def defaults(x=1):
    return x


def many(*args):
    return args


ten = lambda: 10
same = lambda a, b: a is b


def uses():
    if flag():
        print("never")
    return pair(say(1), say(2)), swapped(say(3), say(4)), twice(say(5)), is_none(say(6))


print(early(), uses(), identity(say(7)), ignores(say(8)), defaults(), defaults(2), many(3, 4))
print(ten(), same(ten, ten), is_none(None), flag.__doc__, pair.__name__)
for wrong in (
    lambda: pair(1),
    lambda: flag(1),
    lambda: identity(),
    lambda: identity(y=2),
    lambda: pair(*[1], **{"z": 1}),
):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(pair(*[1, 2]), pair(x=1, y=2), identity(x=3))


def changes():
    return 1


print(changes())


def reader():
    return changes()


def changes():
    return 2


print(changes(), reader())


def rebound():
    return "old"


def rebinds():
    global rebound
    rebound = lambda: "new"


print(rebound(), rebinds(), rebound())


def outer(identity):
    return identity(1)


print(outer(lambda x: "mine"))


def scoped():
    def flag():
        return "inner"

    return flag()


print(scoped())


def raises(x):
    return x + 1


try:
    raises("a")
except TypeError as error:
    print(error)


def generates():
    return (yield)


print(type(generates()).__name__)
