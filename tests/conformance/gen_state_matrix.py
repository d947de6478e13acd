# SPDX-License-Identifier: MIT
# Generators in every state given next, send, throw and close; values of StopIteration; re-entry.


def simple():
    got = yield 1
    got = yield ("got", got)
    return ("end", got)


def guarded():
    while True:
        try:
            x = yield "waiting"
            if x == "stop":
                return "stopped"
        except ValueError as e:
            yield ("caught", str(e))
        except GeneratorExit:
            log.append("closing")
            raise


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def cleaning():
    try:
        yield 1
        yield 2
    finally:
        log.append("cleaned")


log = []


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except StopIteration as e:
        print("StopIteration", repr(e.value))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


for start in (0, 1, 2, 3):
    for action in ("next", "send", "throw", "throw2", "close"):
        g = simple()
        for _ in range(start):
            try:
                next(g)
            except StopIteration:
                pass
        print(start, action, end=" ")
        if action == "next":
            attempt(next, g)
        elif action == "send":
            attempt(g.send, "v")
        elif action == "throw":
            attempt(g.throw, KeyError("k"))
        elif action == "throw2":
            attempt(g.throw, StopIteration(3))
        else:
            attempt(g.close)
        attempt(next, g, "default")
g = guarded()
attempt(next, g)
attempt(g.throw, ValueError("one"))
attempt(next, g)
attempt(g.send, None)
attempt(g.send, "stop")
attempt(g.send, 5)
g = guarded()
next(g)
g.close()
print(log)
g = stubborn()
next(g)
attempt(g.close)
g = cleaning()
next(g)
attempt(g.throw, RuntimeError("r"))
print(log)
g = cleaning()
g.close()
attempt(next, g)
print(log)


def reenter():
    yield next(me)


me = reenter()
attempt(next, me)


def raises_stop():
    yield 1
    raise StopIteration("inside")


g = raises_stop()
next(g)
attempt(next, g)
attempt(simple().send, 5)
attempt(simple().throw, 5)
attempt(simple().throw, ValueError)
print(list(simple()), [*cleaning()], sum(1 for _ in simple()), type(simple()).__name__)
