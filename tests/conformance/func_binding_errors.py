# SPDX-License-Identifier: MIT
# The text of every simple error of binding arguments.
# mpy-closed: names of functions in messages

def zero():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def opt(a, b=1):
    pass


def opts(a=1, b=2):
    pass


def var(a, *rest):
    pass


def kwonly(*, k):
    pass


def kws(a, **kw):
    pass


calls = [
    (zero, (1,), {}), (zero, (1, 2), {}), (zero, (), {"x": 1}),
    (one, (), {}), (one, (1, 2), {}), (one, (1,), {"a": 2}), (one, (), {"b": 2}), (one, (1,), {"b": 2}),
    (two, (), {}), (two, (1,), {}), (two, (), {"b": 1}), (two, (1, 2, 3), {}), (two, (1, 2), {"c": 3}),
    (three, (), {}), (three, (1,), {}), (three, (1, 2, 3, 4), {}),
    (opt, (), {}), (opt, (1, 2, 3), {}), (opt, (), {"b": 2}),
    (opts, (1, 2, 3), {}), (opts, (), {"c": 1}),
    (var, (), {}), (var, (1,), {"rest": 2}),
    (kwonly, (), {}), (kwonly, (1,), {}), (kwonly, (), {"k": 1, "j": 2}),
    (kws, (), {}), (kws, (1, 2), {}), (kws, (1,), {"a": 3}),
]
for f, args, kwargs in calls:
    try:
        f(*args, **kwargs)
        print("fine")
    except TypeError as e:
        print(e)


class C:
    def method(self, a):
        pass

    def none():
        pass

    @staticmethod
    def static(a):
        pass

    @classmethod
    def klass(cls, a):
        pass


for call in (lambda: C().method(), lambda: C().method(1, 2), lambda: C().none(), lambda: C.method(1), lambda: C.static(), lambda: C.klass(1, 2), lambda: C().klass()):
    try:
        call()
        print("fine")
    except TypeError as e:
        print(e)


class Empty:
    pass


class Init:
    def __init__(self, x, y=2):
        self.x = x


for call in (lambda: Empty(1), lambda: Init(), lambda: Init(1, 2, 3), lambda: Init(1, z=2)):
    try:
        call()
    except TypeError as e:
        print(e)
