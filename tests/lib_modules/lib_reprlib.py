# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# reprlib: limits by kind and level, subclasses, recursive_repr.
import reprlib

r = reprlib.Repr()
print(r.repr(list(range(20))), r.repr(tuple(range(10))), r.repr({i: i for i in range(10)}), r.repr(set(range(9))), r.repr(frozenset()))
print(r.repr("x" * 100), r.repr("short"), r.repr(10 ** 60), r.repr(3.5), r.repr(None), r.repr([]), r.repr({}), r.repr((1,)))
nested = [[[[[[["deep"]]]]]]]
print(r.repr(nested), reprlib.repr(nested))
r.maxlevel = 2
r.maxlist = 3
r.maxstring = 12
r.maxdict = 1
r.maxtuple = 2
print(r.repr(nested), r.repr([1, 2, 3, 4]), r.repr("a longer string"), r.repr({"b": 2, "a": 1}), r.repr((1, 2, 3)))


class Custom(reprlib.Repr):
    def repr_Point(self, point, level):
        return f"<{self.repr1(point.x, level - 1)}>"

    def repr_list(self, items, level):
        return "L" + super().repr_list(items, level)


class Point:
    def __init__(self, x):
        self.x = x


class Other:
    def __repr__(self):
        return "Other:" + "y" * 50


class Broken:
    def __repr__(self):
        raise ValueError("no repr")


c = Custom()
print(c.repr(Point([1, 2])), c.repr([Point(3)]), c.repr(Other()), c.repr(Broken()).startswith("<Broken instance at"))


class Tree:
    def __init__(self, *kids):
        self.kids = list(kids)

    @reprlib.recursive_repr("<again>")
    def __repr__(self):
        return f"Tree({', '.join(map(repr, self.kids))})"


t = Tree(Tree(), 1)
t.kids.append(t)
print(t, reprlib.aRepr.maxlevel, reprlib.__all__)
