def plain(a, b):
    "Documented."
    return a + b


def every(a, /, b, c=1, *rest, d, e=2, **named):
    return a, b, c, rest, d, e, named


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


@first
@second(1)
def decorated():
    yield 1
    value = yield
    return (yield from value)


square = lambda x, *, y=2: x * y
