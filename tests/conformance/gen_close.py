# SPDX-License-Identifier: MIT
# close and GeneratorExit: cleanup runs, values refused, return allowed.

def resource(name):
    print("open", name)
    try:
        yield name
        yield name + " again"
    finally:
        print("close", name)


g = resource("a")
print(next(g), g.close(), g.close(), next(g, "closed"))
g = resource("never started")
print(g.close(), list(g))
g = resource("b")
print(list(g), g.close())


def catching():
    try:
        yield 1
    except GeneratorExit:
        print("exit seen")
        raise


g = catching()
next(g)
g.close()


def returning():
    try:
        yield 1
    except GeneratorExit:
        return "value"


g = returning()
next(g)
g.close()
print("closed by return")


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")
            yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def failing():
    try:
        yield 1
    finally:
        raise ValueError("in cleanup")


g = failing()
next(g)
try:
    g.close()
except ValueError as e:
    print(e)


def outer():
    try:
        yield from resource("delegated")
    finally:
        print("outer done")


g = outer()
print(next(g))
g.close()


def nested():
    with_log = []
    try:
        try:
            yield 1
        finally:
            with_log.append("inner")
    finally:
        with_log.append("outer")
        print(with_log)


g = nested()
next(g)
g.close()
print(isinstance(GeneratorExit(), Exception), isinstance(GeneratorExit(), BaseException))
g = resource("loop")
for value in g:
    print(value)
    break
print("after break")
g.close()


def exit_not_caught_by_exception():
    try:
        yield 1
    except Exception:
        print("never here")
    finally:
        print("only finally")


g = exit_not_caught_by_exception()
next(g)
g.close()


class Managed:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("exit with", kind.__name__ if kind else None)


def in_with():
    with Managed():
        yield "inside"


g = in_with()
print(next(g))
g.close()
g = in_with()
print(list(g))
