# SPDX-License-Identifier: MIT
# Exceptions crossing generators: raised inside, through pipelines, in finally, StopIteration.

def risky(n):
    for i in range(n):
        if i == 2:
            raise ValueError(f"at {i}")
        yield i


seen = []
try:
    for v in risky(5):
        seen.append(v)
except ValueError as e:
    print(seen, e)
g = risky(5)
print(next(g), next(g))
for _ in range(2):
    try:
        next(g)
    except (ValueError, StopIteration) as e:
        print(type(e).__name__)


def guarded(source):
    try:
        for item in source:
            yield item
    except ValueError as e:
        yield f"recovered {e}"
    finally:
        yield "last"


print(list(guarded(risky(5))), list(guarded(risky(1))))


def leaks_stop():
    yield 1
    raise StopIteration("inside")


g = leaks_stop()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)


def next_leaks():
    yield next(iter([]))


try:
    list(next_leaks())
except RuntimeError as e:
    print(e)


def finally_order(log):
    try:
        log.append("body")
        yield 1
        log.append("resumed")
    finally:
        log.append("finally")


log = []
for v in finally_order(log):
    log.append(v)
print(log)


def pipeline(data):
    def parse(lines):
        for line in lines:
            yield int(line)

    def invert(ns):
        for n in ns:
            yield 10 // n
    return invert(parse(data))


for data in (["1", "5"], ["2", "x"], ["4", "0"]):
    out = []
    try:
        for v in pipeline(data):
            out.append(v)
    except (ValueError, ZeroDivisionError) as e:
        out.append(type(e).__name__)
    print(out)


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as e:
    print(e)


def try_in_loop():
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            yield i
        finally:
            yield f"f{i}"


print(list(try_in_loop()))


def context():
    try:
        1 // 0
    except ZeroDivisionError:
        yield "in handler"
        try:
            raise KeyError("second")
        except KeyError as e:
            yield type(e.__context__).__name__


print(list(context()))


def returns_in_try():
    try:
        yield 1
        return "r"
    finally:
        print("cleanup")


def use():
    value = yield from returns_in_try()
    yield value


print(list(use()))
