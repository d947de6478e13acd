# SPDX-License-Identifier: MIT
# The special methods of list, tuple, dict, set, frozenset and range called by their names.


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__)


for value, other in (([1, 2], [2]), ((1, 2), (2,))):
    for name in ("__add__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
        print(name, getattr(value, name)(other), getattr(value, name)(value) if name != "__add__" else "", getattr(value, name)(5) if name != "__add__" else "")
    print(value.__contains__(2), value.__len__(), value.__getitem__(0), value.__getitem__(slice(1)), value.__mul__(2), value.__rmul__(2),
          list(value.__iter__()), value.__repr__())
    attempt(value.__getitem__, 5)
    attempt(value.__mul__, "x")
items = [1, 2, 3]
items.__setitem__(0, "a")
items.__setitem__(slice(1, 3), [7, 8, 9])
items.__delitem__(0)
print(items, items.__iadd__([4]), items.__imul__(2), list(items.__reversed__()))
attempt(items.__delitem__, 99)
attempt(items.__setitem__, 99, 1)
attempt(items.__add__, (1,))
d = {"a": 1, "b": 2}
print(d.__len__(), d.__contains__("a"), d.__getitem__("a"), list(d.__iter__()), list(d.__reversed__()), d.__eq__({"b": 2, "a": 1}), d.__ne__({}), d.__eq__(5))
d.__setitem__("c", 3)
d.__delitem__("a")
print(d, d.__or__({"z": 1}), d.__ior__({"y": 2}), d.__or__(5), d.__repr__())
attempt(d.__getitem__, "nope")
attempt(d.__delitem__, "nope")
attempt(d.__setitem__, [], 1)
for s in ({1, 2, 3}, frozenset([1, 2, 3])):
    for name in ("__and__", "__or__", "__sub__", "__xor__"):
        print(name, sorted(getattr(s, name)({2, 9})), getattr(s, name)([2]))
    for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
        print(name, getattr(s, name)({1, 2, 3}), getattr(s, name)({1}), getattr(s, name)({1, 2, 3, 4}), getattr(s, name)([1]))
    print(s.__contains__(1), s.__len__(), sorted(s.__iter__()), s.__contains__("x"))
s = {1, 2, 3}
s.__ior__({4})
s.__iand__({2, 3, 4})
s.__isub__({3})
s.__ixor__({4, 5})
print(sorted(s), frozenset([1]).__hash__() == hash(frozenset([1])), (1, 2).__hash__() == hash((1, 2)))
r = range(2, 10, 3)
print(r.__len__(), r.__getitem__(1), r.__contains__(5), r.__eq__(range(2, 11, 3)), r.__ne__(r), list(r.__iter__()), list(r.__reversed__()), r.__repr__(), r.__hash__() == hash(range(2, 11, 3)))
it = iter([1, 2])
print(it.__next__(), it.__iter__() is it, it.__next__(), list(map(list.__len__, [[1], []])), list(map(dict.get, [{1: 2}, {}], [1, 1])))
