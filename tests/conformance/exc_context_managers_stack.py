# SPDX-License-Identifier: MIT
# A stack of clean-ups written by hand: order, failures during clean-up, contexts of what they raise, partial set-up.

log = []


class Stack:
    def __init__(self):
        self.actions = []

    def defer(self, f, *args):
        self.actions.append((f, args))
        return self

    def enter(self, manager):
        value = manager.__enter__()
        self.actions.append((manager.__exit__, None))
        return value

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        pending = value
        while self.actions:
            f, args = self.actions.pop()
            try:
                if args is None:
                    if f(type(pending) if pending else None, pending, None):
                        pending = None
                else:
                    f(*args)
            except Exception as e:
                e.__context__ = pending
                pending = e
        if pending is value:
            return False
        if pending is None:
            return True
        raise pending


class Part:
    def __init__(self, name, swallow=False, fail=False):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        log.append("+" + self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        log.append(f"-{self.name}({value!r})")
        if self.fail:
            raise RuntimeError(self.name)
        return self.swallow


def attempt(name, body):
    log.clear()
    try:
        with Stack() as s:
            result = body(s)
    except Exception as e:
        result = f"{e!r} after {e.__context__!r}"
    else:
        result = "no error"
    print(name, result, log)


def plain(s):
    s.enter(Part("a"))
    s.defer(log.append, "deferred")
    s.enter(Part("b"))


def failing(s):
    plain(s)
    raise ValueError("body")


def swallowed(s):
    s.enter(Part("a"))
    s.enter(Part("b", swallow=True))
    raise ValueError("body")


def replaced(s):
    s.enter(Part("a"))
    s.enter(Part("b", fail=True))
    raise ValueError("body")


def twice(s):
    s.enter(Part("a", fail=True))
    s.enter(Part("b", fail=True))


def rescued(s):
    s.enter(Part("a", swallow=True))
    s.enter(Part("b", fail=True))


def deferred_fails(s):
    s.defer(lambda: 1 / 0)
    s.defer(log.append, "first")


def partly(s):
    for name in ("a", "b", ""):
        if not name:
            raise KeyError("no name")
        s.enter(Part(name))


for f in (plain, failing, swallowed, replaced, twice, rescued, deferred_fails, partly):
    attempt(f.__name__, f)
