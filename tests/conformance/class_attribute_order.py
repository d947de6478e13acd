# SPDX-License-Identifier: MIT
# Class bodies as code: loops, conditions, functions, deletion, names used before and after, nested classes.
# mpy-refused: FZ0520

limit = 3


class Table:
    entries = {}
    for i in range(limit):
        entries[i] = i * i
    del i
    if limit > 2:
        size = "large"
    else:
        size = "small"
    try:
        broken = 1 // 0
    except ZeroDivisionError as e:
        broken = str(e)
    limit = limit + 1
    double = lambda self: self.limit * 2
    squares = [n * n for n in range(3)]
    with_call = (lambda: [k for k in "ab"])()

    def method(self, limit=limit, *, size=size):
        return limit, size, self.limit

    class Inner:
        deep = "inner"

        def get(self):
            return Table.Inner.deep, limit

    alias = method
    _private = __name__
    x = y = []
    a, *b = 1, 2, 3
    while len(x) < 2:
        x.append(len(x))
    assert x is y
    global made
    made = "by class"


t = Table()
print(Table.entries, Table.size, Table.broken, Table.limit, limit, t.double(), Table.squares, Table.with_call, t.method(), t.alias(9), Table.Inner().get())
print(Table._private, Table.x, Table.a, Table.b, made, hasattr(Table, "i"), hasattr(Table, "e"), hasattr(Table, "made"))
print([n for n in Table.__dict__ if not n.startswith("__")])


def build(kind):
    class Local:
        value = kind

        def get(self):
            return kind, self.value, __class__.__name__
    Local.__name__ = f"Local_{kind}"
    return Local


A, B = build("a"), build("b")
print(A().get(), B().get(), A is B, A.__name__, A.__qualname__)


class Counter:
    count = 0

    def __init__(self):
        self.count += 1
        type(self).count += 10


first, second = Counter(), Counter()
print(first.count, second.count, Counter.count, vars(first))
first.count = "own"
del second.count
print(first.count, second.count)
try:
    class Failing:
        before = 1
        1 / 0
        after = 2
except ZeroDivisionError:
    print("class not made", "Failing" in dir())


class Meta(type):
    def __new__(m, name, bases, ns):
        order = [k for k in ns if not k.startswith("__")]
        cls = super().__new__(m, name, bases, ns)
        cls.order = order
        return cls


class Ordered(metaclass=Meta):
    z = 1
    a = 2

    def m(self):
        pass
    z = 3


print(Ordered.order, Ordered.z)
