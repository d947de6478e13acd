# SPDX-License-Identifier: MIT
# The operator module: every function, getters with several keys, in-place forms, errors.

import operator as op

for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lt", "le", "eq", "ne", "ge", "gt", "is_", "is_not"):
    print(name, getattr(op, name)(7, 2), getattr(op, name)(2, 7), type(getattr(op, name)).__name__ != "int")
for name in ("and_", "or_", "xor", "lshift", "rshift"):
    print(name, getattr(op, name)(12, 3))
for name in ("neg", "pos", "abs", "invert", "not_", "truth", "index"):
    print(name, getattr(op, name)(-5))
items = [3, 1, 2]
print(op.getitem(items, 1), op.contains(items, 2), op.concat([1], [2]), op.countOf(items, 1), op.indexOf(items, 2), op.length_hint(items) if hasattr(op, "length_hint") else 3)
op.setitem(items, 0, 9)
op.delitem(items, 1)
print(items)
for name, a, b in (("iadd", [1], [2]), ("isub", 5, 2), ("imul", "a", 3), ("iconcat", [1], [2]), ("ior", {1}, {2})):
    if hasattr(op, name):
        print(name, getattr(op, name)(a, b))


class Thing:
    def __init__(self, n, inner=None):
        self.n, self.inner = n, inner

    def method(self, a, b=0):
        return self.n + a + b


t = Thing(1, Thing(2))
print(op.attrgetter("n")(t), op.attrgetter("n", "inner.n")(t), op.attrgetter("inner.n")(t), op.itemgetter(1)("abc"), op.itemgetter(0, -1)("abc"), op.itemgetter("k")({"k": 1}),
      op.itemgetter(slice(1, 3))("abcd"), op.methodcaller("method", 5)(t), op.methodcaller("method", 5, b=6)(t), op.methodcaller("upper")("x"))
print(sorted([("b", 1), ("a", 2)], key=op.itemgetter(0)), sorted([Thing(3), Thing(1)], key=op.attrgetter("n"))[0].n, list(map(op.mul, [1, 2], [3, 4])))
for f in (lambda: op.add(1, "a"), lambda: op.getitem([], 0), lambda: op.attrgetter("nope")(t), lambda: op.itemgetter(5)([]), lambda: op.indexOf([1], 5), lambda: op.truediv(1, 0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
