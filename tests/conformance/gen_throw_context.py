# SPDX-License-Identifier: MIT
# What is thrown into a generator that handles an exception has that exception as its context.


def handling():
    try:
        raise KeyError("handled")
    except KeyError:
        yield 1


def plain():
    yield 1


def delegating():
    try:
        raise KeyError("outer")
    except KeyError:
        yield from plain()


def raising():
    try:
        yield 1
    except KeyError:
        raise ValueError("instead")


def catching():
    try:
        raise KeyError("first")
    except KeyError:
        try:
            yield 1
        except ValueError as e:
            print("in it", repr(e), repr(e.__context__))
            yield 2


for make in handling, plain, delegating, raising, catching:
    g = make()
    next(g)
    try:
        print(g.throw(ValueError("thrown")))
    except Exception as e:
        print(make.__name__, repr(e), repr(e.__context__))
g = raising()
next(g)
try:
    g.throw(KeyError("k"))
except ValueError as e:
    print(repr(e.__context__))
g = handling()
next(g)
g.close()
