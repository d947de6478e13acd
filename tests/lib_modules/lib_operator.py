# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# operator: the functions behind the operators, getters and callers.
import operator as op

for name in ("lt", "le", "eq", "ne", "ge", "gt", "add", "and_", "floordiv", "lshift", "mod", "mul", "or_", "pow", "rshift", "sub", "truediv", "xor"):
    print(name, getattr(op, name)(13, 3), end=" ")
print()
print(op.not_(0), op.truth([]), op.is_(None, None), op.is_not(1, None), op.abs(-4), op.neg(5), op.pos(-5), op.inv(6), op.invert(-1), op.index(7))
print(op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"), op.getitem({"k": 1}, "k"), op.length_hint([1, 2]))
items = [1, 2, 3]
op.setitem(items, 0, "x")
op.delitem(items, 1)
print(items, op.iadd([1], [2]), op.imul(3, 4), op.isub(5, 2), op.iconcat("a", "b"), op.ior(4, 1), op.ipow(2, 5))
rows = [("b", 2, {"n": 1}), ("a", 3, {"n": 0}), ("c", 1, {"n": 2})]
print(sorted(rows, key=op.itemgetter(1))[0][0], list(map(op.itemgetter(0, 1), rows)), op.itemgetter(slice(0, 2))(rows[0]), max(rows, key=op.itemgetter(1))[0])


class Thing:
    def __init__(self, name, inner=None):
        self.name = name
        self.inner = inner

    def scaled(self, n, plus=0):
        return self.name * n + str(plus)


t = Thing("ab", Thing("deep"))
print(op.attrgetter("name")(t), op.attrgetter("inner.name")(t), op.attrgetter("name", "inner.name")(t))
print(op.methodcaller("scaled", 2)(t), op.methodcaller("scaled", 1, plus=5)(t), op.methodcaller("upper")("x"))
for action in (lambda: op.attrgetter(5), lambda: op.itemgetter(9)([1]), lambda: op.attrgetter("nope")(t), lambda: op.indexOf([1], 9), lambda: op.concat(1, 2)):
    try:
        action()
    except (TypeError, IndexError, AttributeError, ValueError) as e:
        print(type(e).__name__)
print(op.call(max, 1, 5), op.matmul.__name__, op.add("a", "b"), op.__add__(1, 2), op.mul([0], 3))
