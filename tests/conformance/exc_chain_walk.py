# SPDX-License-Identifier: MIT
# __cause__ and __context__ through nested handlers, finally, functions, generators and re-raising.


def chain(e):
    parts = []
    while e is not None:
        how = "cause" if e.__cause__ is not None else "context" if e.__context__ is not None and not e.__suppress_context__ else "end"
        parts.append(f"{type(e).__name__}({e}) {how}")
        e = e.__cause__ if e.__cause__ is not None else None if e.__suppress_context__ else e.__context__
    return " -> ".join(parts)


def caught(f):
    try:
        f()
    except BaseException as e:
        print(f.__name__, chain(e))


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        {}["missing"]


def explicit():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("wrapped") from e


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("alone") from None


def from_class():
    raise ValueError("v") from KeyError


def in_finally():
    try:
        raise KeyError("lost")
    finally:
        raise IndexError("found")


def three():
    try:
        try:
            raise KeyError(1)
        except KeyError:
            raise IndexError(2)
    except IndexError:
        raise TypeError(3)


def reraise():
    try:
        1 / 0
    except ZeroDivisionError as e:
        try:
            raise e
        except ZeroDivisionError:
            raise


def after_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    raise ValueError("nothing before")


def from_generator():
    def g():
        try:
            yield 1
        except ValueError:
            raise KeyError("inside")
    it = g()
    next(it)
    it.throw(ValueError("thrown"))


def in_with():
    class M:
        def __enter__(self):
            return self

        def __exit__(self, *a):
            raise RuntimeError("exit")
    with M():
        raise KeyError("body")


def bad_cause():
    raise ValueError from 5


def nothing_active():
    raise


def same_again():
    e = ValueError("one")
    try:
        raise e
    except ValueError:
        raise e


for f in (implicit, explicit, suppressed, from_class, in_finally, three, reraise, after_handler, from_generator, in_with, bad_cause,
          nothing_active, same_again):
    caught(f)
e = ValueError("a")
e.__cause__ = KeyError("b")
print(chain(e), e.__suppress_context__)
e.__suppress_context__ = False
e.__cause__ = None
e.__context__ = IndexError("c")
print(chain(e), e.__suppress_context__)
for name in ("__cause__", "__context__"):
    try:
        setattr(e, name, 5)
    except TypeError as t:
        print(t)
