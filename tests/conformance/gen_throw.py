# SPDX-License-Identifier: MIT
# throw: exceptions raised at the yield, handled, replaced, escaping.

def worker():
    while True:
        try:
            x = yield "ready"
            print("got", x)
        except ValueError as e:
            print("handled", e)
        except KeyError:
            print("key")
            yield "from handler"
        finally:
            print("finally")


g = worker()
print(next(g), g.send(1), g.throw(ValueError("bad")), g.throw(ValueError), g.throw(KeyError("k")), next(g))
try:
    g.throw(TypeError("escapes"))
except TypeError as e:
    print("out", e)
try:
    next(g)
except StopIteration:
    print("finished")


def simple():
    yield 1
    yield 2


g = simple()
try:
    g.throw(ValueError("before start"))
except ValueError as e:
    print(e)
print(list(g))
g = simple()
next(g)
try:
    g.throw(RuntimeError("mid"))
except RuntimeError as e:
    print(e, next(g, "dead"))
list(g)
try:
    g.throw(ValueError("after end"))
except ValueError as e:
    print(e)


def translate():
    try:
        yield 1
    except ValueError as e:
        raise KeyError("translated") from e


g = translate()
next(g)
try:
    g.throw(ValueError("origin"))
except KeyError as e:
    print(e, repr(e.__cause__))


def swallow():
    try:
        yield 1
    except Exception:
        pass
    return "swallowed"


g = swallow()
next(g)
try:
    g.throw(IndexError)
except StopIteration as e:
    print(e.value)


def inner():
    try:
        yield "inner"
    except ValueError:
        yield "inner handled"
    return "inner result"


def outer():
    result = yield from inner()
    print("result", result)
    try:
        yield "outer"
    except KeyError:
        yield "outer handled"


g = outer()
print(next(g), g.throw(ValueError), next(g), g.throw(KeyError))
try:
    g.throw(5)
except TypeError as e:
    print(e)


def with_else():
    for attempt in range(3):
        try:
            yield attempt
        except OSError:
            continue
        else:
            yield "else"
        finally:
            yield "finally"


g = with_else()
print(next(g), g.throw(OSError), next(g), next(g), next(g), list(g))
