# SPDX-License-Identifier: MIT
# with and exceptions: suppression, replacement, order of exits, flow through suppressed bodies.

class Guard:
    def __init__(self, name, action=None):
        self.name, self.action = name, action

    def __enter__(self):
        log.append("enter " + self.name)
        return self

    def __exit__(self, kind, value, tb):
        log.append(f"exit {self.name} {kind.__name__ if kind else '-'}")
        if self.action == "suppress":
            return True
        if self.action == "raise":
            raise RuntimeError("from " + self.name)
        if self.action == "same":
            raise value


log = []


def flush():
    print(log)
    log.clear()


with Guard("s", "suppress"):
    1 // 0
flush()
try:
    with Guard("a"), Guard("b", "raise"), Guard("c"):
        raise KeyError("start")
except RuntimeError as e:
    print(e, repr(e.__context__))
flush()
with Guard("outer", "suppress"):
    with Guard("inner", "raise"):
        pass
flush()
with Guard("outer", "suppress"):
    with Guard("inner", "suppress"):
        raise ValueError
    log.append("runs after inner suppressed")
flush()
try:
    with Guard("same", "same"):
        raise ValueError("identity")
except ValueError as e:
    print(e, e.__context__)
flush()


def suppressed_return():
    with Guard("f", "suppress"):
        raise ValueError
        return "never"
    return "after"


def return_then_exit_raises():
    try:
        with Guard("g", "raise"):
            return "lost"
    except RuntimeError as e:
        return str(e)


def loop():
    out = []
    for i in range(4):
        with Guard(str(i), "suppress"):
            if i == 2:
                raise ValueError
            out.append(i)
    return out


print(suppressed_return(), return_then_exit_raises(), loop())
flush()


class Suppress:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.caught = value
        return kind is not None and issubclass(kind, self.kinds)


with Suppress(KeyError, IndexError) as s:
    [][1]
print(repr(s.caught))
try:
    with Suppress(KeyError):
        raise ValueError("not mine")
except ValueError as e:
    print(e)
with Suppress(Exception) as s:
    with Suppress(KeyError):
        {}["k"]
    x = "continued"
print(x, s.caught)


class ExitStack:
    def __init__(self):
        self.stack = []

    def enter(self, cm):
        result = cm.__enter__()
        self.stack.append(cm)
        return result

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        swallowed = False
        while self.stack:
            if self.stack.pop().__exit__(*exc):
                swallowed, exc = True, (None, None, None)
        return swallowed


with ExitStack() as stack:
    for i in range(3):
        stack.enter(Guard(f"g{i}", "suppress" if i == 1 else None))
    raise OSError("x")
flush()
try:
    with Guard("z"):
        try:
            raise ValueError("inner")
        except ValueError:
            log.append("handled inside")
            raise KeyError("second")
except KeyError as e:
    print(repr(e), repr(e.__context__))
flush()
