# SPDX-License-Identifier: MIT
# collections: OrderedDict, defaultdict, ChainMap.
from collections import ChainMap, OrderedDict, defaultdict


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o["a"] = 9
print(o, list(o), o == {"c": 3, "b": 2, "a": 9}, o == OrderedDict(c=3, b=2, a=9), o == OrderedDict(o), o != OrderedDict())
o.move_to_end("a")
print(o)
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o, list(reversed(o)), OrderedDict())
attempt(OrderedDict().popitem)
attempt(o.move_to_end, "zz")
print(OrderedDict.fromkeys("xyz", 0), o.copy(), type(o.copy()).__name__, o | {"n": 1}, {"n": 1} | o, len(o))
o.update(z=26, y=25)
o.setdefault("q")
print(o, o.pop("z"), o.pop("none", "d"), sorted(o.items(), key=str), isinstance(o, dict), "y" in o)
o.clear()
print(o, bool(o))


class Lru(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            del self[next(iter(self))]


lru = Lru(2)
for key in "abacab":
    if key in lru:
        lru[key]
    else:
        lru[key] = key.upper()
    print(key, list(lru))
d = defaultdict(list)
for key, value in [("yellow", 1), ("blue", 2), ("yellow", 3)]:
    d[key].append(value)
print(d, d["new"], len(d), d.get("other"), "other" in d, d.default_factory, dict(d))
d.default_factory = None
attempt(lambda: d["missing"])
print(defaultdict(int, a=1) | {"b": 2}, {"a": 0} | defaultdict(int, b=1), defaultdict(None, {1: 2}), d.copy())
attempt(defaultdict, 5)
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), defaultdict(lambda: "x")[5])
counts = defaultdict(int)
for c in "mississippi":
    counts[c] += 1
print(sorted(counts.items()), defaultdict(int) == {}, counts == dict(counts))
base = {"color": "red", "user": "guest"}
c = ChainMap({"user": "admin"}, base)
print(c["user"], c["color"], len(c), list(c), sorted(c.items()), "color" in c, "z" in c, c.get("z", 1), c)
c["color"] = "blue"
print(c.maps, base)
child = c.new_child({"x": 1})
print(child["x"], child["user"], child.parents, child.new_child(y=2).maps[0], list(ChainMap()), bool(ChainMap()), bool(c))
del child["x"]
attempt(lambda: c["zz"])
attempt(lambda: c.pop("nothing"))
attempt(lambda: child.__delitem__("user"))
attempt(ChainMap().popitem)
print(c.pop("user"), c["user"], c == {"color": "blue", "user": "guest"}, dict(c), c | {"k": 1}, {"k": 2} | c)
c |= {"more": 1}
c.setdefault("dflt", 5)
print(c.copy(), ChainMap.fromkeys("ab", 1))
