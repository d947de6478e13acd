# SPDX-License-Identifier: MIT
# contextlib: contextmanager in all ways of leaving, closing, suppress, nullcontext, ExitStack.

import contextlib

log = []


@contextlib.contextmanager
def managed(name, swallow=False):
    log.append(f"+{name}")
    try:
        yield name.upper()
    except ValueError as e:
        log.append(f"caught {e}")
        if not swallow:
            raise
    finally:
        log.append(f"-{name}")


def attempt(f):
    log.clear()
    try:
        result = f()
    except Exception as e:
        result = f"{type(e).__name__}: {e}"
    print(result, log)


def normal():
    with managed("a") as x:
        return x


def raising():
    with managed("a"):
        raise ValueError("v")


def swallowing():
    with managed("a", True):
        raise ValueError("v")
    return "after"


def other_error():
    with managed("a"):
        raise KeyError("k")


def stop():
    with managed("a"):
        raise StopIteration("s")


@contextlib.contextmanager
def never():
    if log is None:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


def no_yield():
    with never():
        pass


def two_yields():
    with twice():
        pass


@managed("deco")
def decorated(x):
    log.append(x)
    return x * 2


class Thing:
    def close(self):
        log.append("closed")


def closing():
    with contextlib.closing(Thing()) as t:
        return type(t).__name__


def suppress():
    with contextlib.suppress(KeyError, ValueError):
        {}["x"]
    with contextlib.suppress():
        pass
    with contextlib.suppress(KeyError):
        raise IndexError("not this")


def null():
    with contextlib.nullcontext(5) as x:
        return x


def stack():
    with contextlib.ExitStack() as s:
        a = s.enter_context(managed("one"))
        b = s.enter_context(managed("two"))
        s.callback(log.append, "callback")
        s.push(lambda *a: log.append(a[0].__name__ if a[0] else "clean") or True)
        raise ValueError("inside")
    return a, b, "left"


def stack_empty():
    with contextlib.ExitStack() as s:
        s.enter_context(managed("kept"))
        later = s.pop_all()
    log.append("outside")
    later.close()


for f in (normal, raising, swallowing, other_error, stop, no_yield, two_yields, lambda: decorated(4), closing, suppress, null, stack, stack_empty):
    attempt(f)
