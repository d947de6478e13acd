# SPDX-License-Identifier: MIT
# operator: every function, getters and their errors.
import operator as op


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for name in "lt le eq ne ge gt is_ is_not add and_ floordiv lshift mod mul or_ pow rshift sub truediv xor".split():
    print(name, getattr(op, name)(13, 4), getattr(op, name)(4, 4))
for name in "not_ truth abs inv invert neg pos index".split():
    if name != "abs":
        print(name, getattr(op, name)(5), getattr(op, name)(0))
print(op.concat([1], [2]), op.contains([1, 2], 2), op.countOf([1, 2, 1.0, True], 1), op.indexOf("abc", "c"))
attempt(op.indexOf, [1], 2)
attempt(op.concat, 1, 2)
attempt(op.index, 2.0)
attempt(op.index, "x")
attempt(op.add, 1, "x")
attempt(op.getitem, {}, "k")


class Index:
    def __index__(self):
        return 7

    def __matmul__(self, other):
        return ("@", other)

    def __length_hint__(self):
        return 42


print(op.index(Index()), op.index(True), op.matmul(Index(), 3))
print(op.length_hint(Index()), op.length_hint([1, 2]), op.length_hint(5, 9))
attempt(op.length_hint, 5, "x")
box = [1, 2, 3]
op.setitem(box, 1, "b")
op.delitem(box, 0)
print(box, op.getitem(box, 0), op.getitem(box, slice(0, 2)))
for name in "iadd iand ifloordiv ilshift imod imul ior ipow irshift isub itruediv ixor".split():
    print(name, getattr(op, name)(11, 3))
print(op.iadd(box, [9]), box, op.iconcat(box, (8,)), box, op.imatmul(Index(), 1))
attempt(op.iconcat, 1, 2)
get = op.itemgetter(1)
print(get("abc"), get({1: "x"}), get, op.itemgetter(0, -1)("hello"), op.itemgetter("a", "b"), op.itemgetter(slice(1, 3))([1, 2, 3, 4]))
attempt(get, [])


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def show(self, *args, **kwargs):
        return self.value, args, kwargs


node = Node(1, Node(2, Node(3)))
print(op.attrgetter("value")(node), op.attrgetter("next.next.value")(node), op.attrgetter("value", "next.value")(node))
print(op.attrgetter("a.b", "c"))
attempt(op.attrgetter("next.other"), node)
attempt(op.attrgetter, 3)
call = op.methodcaller("show", 1, k=2)
print(call(node), call, op.methodcaller("upper")("abc"), op.methodcaller("split", ",")("a,b"))
attempt(op.methodcaller, 1)
attempt(op.methodcaller("nothing"), node)
print(op.call(lambda *a, **k: (a, k), 1, 2, x=3))
rows = [("b", 2), ("a", 3), ("c", 1)]
print(sorted(rows, key=op.itemgetter(1)), max(rows, key=op.itemgetter(0)), list(map(op.mul, [1, 2], [3, 4])))
