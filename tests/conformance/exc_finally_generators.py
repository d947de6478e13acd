# SPDX-License-Identifier: MIT
# finally and with inside generators and recursive functions, with all that can leave them.

log = []


class Scope:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        log.append(f"+{self.name}")
        return self

    def __exit__(self, *exc):
        log.append(f"-{self.name}:{exc[0].__name__ if exc[0] else ''}")


def walk(n):
    with Scope(n):
        try:
            yield n
            if n:
                yield from walk(n - 1)
            yield -n
        finally:
            log.append(f"f{n}")


def shown():
    text = " ".join(log)
    log.clear()
    return text


print(list(walk(2)), shown())
g = walk(2)
print(next(g), next(g), g.close(), shown())
g = walk(1)
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print(e, shown())
g = walk(2)
for x in g:
    if x == 0:
        break
print(shown(), g.close(), shown())


def retry(times):
    for attempt in range(times):
        try:
            log.append(f"try {attempt}")
            if attempt < 2:
                raise ValueError(attempt)
            return f"done at {attempt}"
        except ValueError as e:
            log.append(f"failed {e}")
            if attempt == times - 1:
                raise RuntimeError("gave up") from e
        finally:
            log.append("cleanup")


print(retry(5), shown())
try:
    retry(2)
except RuntimeError as e:
    print(e, repr(e.__cause__), shown())


def finally_overrides():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            if i < 2:
                continue
            return f"swallowed {i}"


print(finally_overrides())


def yields_in_finally():
    try:
        yield "body"
        raise KeyError("after")
    finally:
        yield "finally"
        log.append("end")


g = yields_in_finally()
print(next(g), next(g))
try:
    next(g)
except KeyError as e:
    print(e, shown())


def depth(n):
    try:
        return depth(n - 1) + 1 if n else 1 // n
    finally:
        log.append(str(n))


try:
    depth(4)
except ZeroDivisionError:
    print(shown())


def yields_in_except():
    try:
        1 / 0
    except ZeroDivisionError as e:
        yield str(e)
        try:
            raise
        except ZeroDivisionError:
            yield "reraised"
    yield "after"


print(list(yields_in_except()))
