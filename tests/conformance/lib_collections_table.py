# SPDX-License-Identifier: MIT
# collections: deque, Counter, defaultdict, OrderedDict, namedtuple, ChainMap in their corners.

from collections import deque, Counter, defaultdict, OrderedDict, namedtuple


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], 3 in d, list(reversed(d)), d.count(3))
d.rotate(1)
print(d, end=" ")
d.rotate(-2)
print(d, d.pop(), d.popleft(), d)
d.extend("ab")
d.extendleft("xy")
print(d)
d.remove("x")
attempt(d.remove, "nope")
attempt(deque().pop)
attempt(deque().popleft)
attempt(deque, 5)
attempt(lambda: d[99])
d[0] = "set"
d.reverse()
print(d, d.copy() == d, deque([1]) == [1], deque([1, 2]) < deque([1, 3]), deque("ab") + deque("c"), bool(deque()), d.index("set"))
d.clear()
print(d, deque([1, [2]]), deque([1, 2]) * 2)
c = Counter("mississippi")
print(c, c["s"], c["zz"], c.most_common(2), sorted(c.elements())[:4], sum(c.values()), Counter(a=2, b=-1), Counter({"x": 1}))
c.update("miss")
c.subtract("pp")
print(c, c + Counter("m"), c - Counter("sssss"), Counter("ab") & Counter("bc"), Counter("ab") | Counter("bbc"), +Counter(a=1, b=-1), -Counter(a=1, b=-1))
dd = defaultdict(list)
dd["a"].append(1)
dd["b"]
print(dd, dd.get("z"), "z" in dd, dd.default_factory is list, len(dd), defaultdict(int, {"x": 1})["y"])
attempt(lambda: defaultdict()["x"])
attempt(defaultdict, 5)
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(list(o), o.popitem(), o.popitem(last=False), o, OrderedDict(a=1) == {"a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
o.move_to_end("c", last=False)
attempt(o.move_to_end, "zz")
attempt(OrderedDict().popitem)
P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, p.x, p[1], P(y=2, x=3), P._fields, p._asdict(), p._replace(y=9), p == (1, 0), tuple(p), P._make([7, 8]), hash(p) == hash((1, 0)), P._field_defaults)
attempt(P)
attempt(P, 1, 2, 3)
attempt(lambda: p._replace(z=1))
attempt(namedtuple, "Q", "a a")
attempt(namedtuple, "Q", "1x")
attempt(namedtuple, "Q", "class")
x, y = p
print(x, y, [*P(5, 6)], max(P(1, 2), P(1, 3)), namedtuple("R", ["a", "b"])(1, b=2), namedtuple("S", "a, b")(1, 2))
