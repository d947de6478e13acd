# SPDX-License-Identifier: MIT
# contextlib: generators as context managers, stacks, suppress.
from contextlib import ContextDecorator, ExitStack, AbstractContextManager, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name, log):
    log.append("open " + name)
    try:
        yield name.upper()
    except KeyError as e:
        log.append("caught " + repr(e))
    finally:
        log.append("close " + name)


log = []
with tag("a", log) as a, tag("b", log) as b:
    log.append(a + b)
with tag("k", log):
    raise KeyError(1)
try:
    with tag("v", log):
        raise ValueError("out")
except ValueError as e:
    log.append(str(e))
print(log, tag.__name__)


@contextmanager
def broken(yields):
    for i in range(yields):
        try:
            yield i
        except Exception:
            pass


for n, error in ((0, False), (2, False), (2, True), (1, True)):
    try:
        with broken(n):
            if error:
                raise ValueError
        print(n, error, "fine")
    except RuntimeError as e:
        print(n, error, e)


@contextmanager
def replaces():
    try:
        yield
    except ValueError as e:
        raise TypeError("new") from e


try:
    with replaces():
        raise ValueError("old")
except TypeError as e:
    print(e, repr(e.__cause__))


@contextmanager
def plain():
    yield 1


for error in (StopIteration("s"), RuntimeError("r")):
    try:
        with plain():
            raise error
    except (StopIteration, RuntimeError) as e:
        print(repr(e), e is error)


@tag("deco", log)
def work(x):
    log.append(x)
    return x * 2


log.clear()
print(work(4), work(5), log, work.__name__)


class Track(ContextDecorator):
    def __enter__(self):
        log.append("in")
        return self

    def __exit__(self, *exc):
        log.append(exc[0].__name__ if exc[0] else "out")
        return exc[0] is ZeroDivisionError


log.clear()


@Track()
def divide(a, b):
    return a / b


print(divide(4, 2), divide(1, 0), log)


class Res:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("closed", self.name)


with closing(Res("r")) as r:
    print(r.name)
with suppress(KeyError, IndexError):
    {}["x"]
with suppress():
    pass
try:
    with suppress(KeyError):
        [][0]
except IndexError:
    print("not suppressed")
with nullcontext() as n, nullcontext(5) as five:
    print(n, five)


def action(name, swallow=False):
    def exit(kind, value, tb):
        print("exit", name, kind and kind.__name__, value)
        return swallow
    return exit


with ExitStack() as stack:
    print(stack.enter_context(tag("x", log)))
    stack.callback(print, "callback", 1, sep="-")
    stack.push(action("one"))
    stack.push(action("two", True))

    @stack.callback
    def done():
        print("done")
    raise ValueError("swallowed by two")
print("after")
stack = ExitStack()
stack.push(action("moved"))
other = stack.pop_all()
stack.close()
other.close()
try:
    with ExitStack() as stack:
        stack.push(lambda *a: 1 / 0)
        stack.push(action("seen"))
        raise KeyError("first")
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))
try:
    ExitStack().enter_context(5)
except TypeError as e:
    print(str(e).replace("builtins.", ""))


class Own(AbstractContextManager):
    def __exit__(self, *exc):
        print("own", exc[0])


with Own() as o:
    print(type(o).__name__)
