# SPDX-License-Identifier: MIT
# Exceptions leaving many kinds of frames: callbacks, comprehensions, methods, loops, with, sort keys.

def boom(x=None):
    raise ValueError(f"boom {x}")


class Bad:
    def __init__(self, how):
        self.how = how

    def check(self, name):
        if self.how == name:
            boom(name)

    def __len__(self):
        self.check("len")
        return 1

    def __getitem__(self, i):
        self.check("getitem")
        return 1

    def __setitem__(self, i, v):
        self.check("setitem")

    def __contains__(self, x):
        self.check("contains")
        return True

    def __add__(self, o):
        self.check("add")
        return 1

    def __eq__(self, o):
        self.check("eq")
        return True

    def __lt__(self, o):
        self.check("lt")
        return True

    def __hash__(self):
        self.check("hash")
        return 1

    def __bool__(self):
        self.check("bool")
        return True

    def __iter__(self):
        self.check("iter")
        return iter([1])

    def __call__(self):
        self.check("call")

    def __str__(self):
        self.check("str")
        return "s"

    def __index__(self):
        self.check("index")
        return 0

    def __getattr__(self, name):
        self.check("getattr")
        return 1

    @property
    def prop(self):
        self.check("prop")


uses = [
    ("len", len), ("getitem", lambda b: b[0]), ("setitem", lambda b: b.__class__.__setitem__(b, 0, 0)), ("contains", lambda b: 1 in b), ("add", lambda b: b + 1),
    ("eq", lambda b: b == 1), ("lt", lambda b: sorted([b, b])), ("hash", lambda b: {b: 1}), ("bool", lambda b: not b), ("iter", lambda b: [*b]), ("call", lambda b: b()),
    ("str", lambda b: f"{b}"), ("index", lambda b: [1][b]), ("getattr", lambda b: b.zzz), ("prop", lambda b: b.prop), ("bool", lambda b: b and 1), ("hash", lambda b: {b}), ("hash", lambda b: b in {}),
    ("eq", lambda b: b in [1]), ("eq", lambda b: [1].index(b)), ("iter", lambda b: sum(b)), ("str", lambda b: print(b)), ("str", lambda b: "%s" % b), ("index", lambda b: range(b)), ("lt", lambda b: min(b, b)),
]
for name, use in uses:
    try:
        use(Bad(name))
        print(name, "no error")
    except ValueError as e:
        print(e, end="; ")
print()
more = [
    lambda: [boom(i) for i in range(3)], lambda: {boom(i): 1 for i in "a"}, lambda: list(boom(i) for i in "b"), lambda: sorted([2, 1], key=boom), lambda: max([1], key=boom),
    lambda: list(map(boom, [4])), lambda: list(filter(boom, [5])), lambda: [x for x in [6] if boom(x)], lambda: boom(*[7]), lambda: (lambda y=boom: y(8))(), lambda: iter(boom, 0).__next__(),
    lambda: print(boom(9)), lambda: [1, 2, boom(10)], lambda: {"k": boom(11)}, lambda: f"{boom(12)}", lambda: 1 if boom(13) else 2, lambda: [0][boom(14):], lambda: dict(a=boom(15)),
]
for action in more:
    try:
        action()
    except ValueError as e:
        print(e, end="; ")
print()
data = [3, 1, 2]
try:
    data.sort(key=lambda x: 1 // (x - 2))
except ZeroDivisionError as e:
    print(e, sorted(data))
depth = []


def recurse(n):
    depth.append(n)
    try:
        return boom(n) if n == 6 else recurse(n + 1)
    finally:
        depth.pop()


try:
    recurse(0)
except ValueError as e:
    print(e, depth)
