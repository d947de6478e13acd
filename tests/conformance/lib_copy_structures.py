# SPDX-License-Identifier: MIT
# copy and deepcopy of containers, shared and recursive structures, objects with and without hooks.

import copy


class Plain:
    def __init__(self, x):
        self.x = x


class Hooked:
    def __init__(self, x):
        self.x, self.log = x, []

    def __copy__(self):
        new = Hooked(self.x)
        new.log = ["copied"]
        return new

    def __deepcopy__(self, memo):
        new = Hooked(copy.deepcopy(self.x, memo))
        new.log = ["deep"]
        return new


for value in (1, 2.5, "s", None, True, (1, 2), b"b", frozenset([1]), range(3), len, int, Plain):
    assert copy.copy(value) is value or copy.copy(value) == value
    assert copy.deepcopy(value) == value
items = [1, [2, 3], {"k": [4]}, (5, [6]), {7}]
shallow, deep = copy.copy(items), copy.deepcopy(items)
items[1].append("new")
items[2]["k"].append("new")
items[3][1].append("new")
print(items, shallow, deep, sep="\n")
print(shallow[1] is items[1], deep[1] is items[1], shallow == items, deep == items, copy.copy({"a": 1}), copy.copy({1, 2}) == {1, 2}, copy.copy(bytearray(b"x")))
shared = [1]
pair = copy.deepcopy([shared, shared, {"s": shared}])
pair[0].append(2)
print(pair, pair[0] is pair[1] is pair[2]["s"], shared)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again[0], again is not loop, len(again))
d = {}
d["self"] = d
e = copy.deepcopy(d)
print(e["self"] is e, e is not d)
p = Plain([1, Plain("inner")])
q, r = copy.copy(p), copy.deepcopy(p)
p.x.append("more")
print(len(q.x), len(r.x), q.x is p.x, r.x[1] is p.x[1], r.x[1].x, type(r) is Plain, vars(q).keys() == vars(p).keys())
p.me = p
s = copy.deepcopy(p)
print(s.me is s, s.me.me.x[0])
h = Hooked([Hooked("a")])
print(copy.copy(h).log, copy.copy(h).x is h.x, copy.deepcopy(h).log, copy.deepcopy(h).x[0].log, copy.deepcopy([h, h])[0].log)
t = ([1], 2)
u = copy.deepcopy(t)
t[0].append(9)
print(t, u, copy.deepcopy((1, "a")) == (1, "a"), copy.deepcopy({(1, 2): [3]}), copy.deepcopy(frozenset([(1,)])))


class Child(Plain):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y


c = copy.copy(Child(1, [2]))
print(type(c).__name__, c.x, c.y, copy.deepcopy(Child([1], {"z": Plain(3)})).y["z"].x)
