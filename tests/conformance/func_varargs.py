# SPDX-License-Identifier: MIT
# *args and **kwargs in definitions and calls.

def show(*args, **kwargs):
    return args, kwargs


print(show(), show(1), show(1, 2, x=3), show(*[1, 2]), show(*"ab", *(1,), **{"k": 1}), show(**{}), show(*()))
print(show(0, *[1], 2, *[3, 4], k=5, **{"m": 6}, n=7), show(*range(3), *{"a": 1}), show(*(i * i for i in range(3))))


def wrap(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs) * 2
    return inner


@wrap
def add(a, b, c=0):
    return a + b + c


print(add(1, 2), add(1, 2, 3), add(1, b=5), add(c=1, a=2, b=3))


def first(head, *tail):
    return head, tail, len(tail)


print(first(1), first(1, 2, 3), type(first(1)[1]).__name__)


def mutate(*args, **kwargs):
    kwargs["extra"] = 1
    return args + ("more",), kwargs


given = {"a": 1}
print(mutate(1, **given), given)
stored = [1, 2]
print(show(*stored, **given), stored)


def total(*numbers, start=0):
    for n in numbers:
        start += n
    return start


print(total(), total(1, 2, 3), total(1, start=10), total(*range(10), start=-45))


class Acc:
    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, kwargs

    def call(self, f, *args):
        return f(*self.args, *args, **self.kwargs)


print(Acc(1, 2, start=5).call(total), Acc(start=1).call(total, 2, 3), Acc().call(show))
for bad in (lambda: show(*5), lambda: show(**5), lambda: show(**{"a": 1}, a=2), lambda: first(), lambda: first(*[])):
    try:
        print(bad())
    except TypeError as e:
        print(type(e).__name__)


def compose(*fs):
    def composed(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return composed


print(compose(str, abs, int)("-5"), compose()(7), compose(len)([1, 2]))
print(max(*[3, 1], 2), print(*[1, 2, 3], sep="-"), dict(**{"a": 1}, b=2), [*show(1, 2)[0]], list(zip(*[(1, 2), (3, 4)])))
