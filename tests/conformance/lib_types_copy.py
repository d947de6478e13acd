# SPDX-License-Identifier: MIT
# types and copy.
import copy
import types
from types import MappingProxyType, MethodType, SimpleNamespace


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as e:
        print(type(e).__name__, e)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def total(self, k=1):
        return (self.x + self.y) * k


def gen():
    yield


p = Point(1, [2])
print(isinstance(gen, types.FunctionType), isinstance(gen(), types.GeneratorType), isinstance(p.total, types.MethodType), isinstance(len, types.BuiltinFunctionType), types.NoneType is type(None), isinstance(..., types.EllipsisType), types.LambdaType is types.FunctionType, isinstance(gen.__code__, types.CodeType))
m = MethodType(lambda self, k: (self, k), 5)
print(m(6), m.__self__, MethodType(Point.total, Point(3, 4))(k=2))
attempt(MethodType, 3, 4)
ns = SimpleNamespace(a=1, b="x")
ns.c = [ns.a]
del ns.a
print(ns, ns == SimpleNamespace(b="x", c=[1]), ns != SimpleNamespace(), vars(ns), SimpleNamespace())
base = {"a": 1}
proxy = MappingProxyType(base)
base["b"] = 2
print(proxy, proxy["b"], len(proxy), list(proxy), proxy.get("z", 9), "a" in proxy, dict(proxy), proxy == {"a": 1, "b": 2}, proxy | {"c": 3}, list(proxy.items()), proxy.copy())
for change in (lambda: proxy.__setitem__("a", 1), lambda: proxy.clear()):
    try:
        change()
    except AttributeError:
        print("read-only")
attempt(MappingProxyType, [1])
made = types.new_class("Made", (Point,), {}, lambda ns: ns.update(extra=7))
print(made.__name__, made.extra, made(1, 2).total())

for value in (1, "x", b"b", 1.5, None, True, (1, 2), frozenset([1]), range(3), len, Point, ...):
    assert copy.copy(value) is value, value
    if not isinstance(value, frozenset):
        assert copy.deepcopy(value) is value, value
a = [1, [2, 3], {"k": [4]}, {5}, bytearray(b"6")]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("new")
a[2]["k"].append("new")
a[4].append(1)
print(a, b, c, b[1] is a[1], c[1] is a[1])
q, r = copy.copy(p), copy.deepcopy(p)
p.y.append(3)
print(q.x, q.y, r.y, q.y is p.y, type(r).__name__, r is not p)
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d[1] is d, d is not loop, len(d))
shared = [0]
d = copy.deepcopy({"a": shared, "b": (shared, 1)})
print(d["a"] is d["b"][0], d["a"] is shared)
t = ([], 1)
print(copy.deepcopy(t) == t, copy.deepcopy(t)[0] is t[0], copy.copy(t) is t)


class Hooks:
    def __init__(self, v):
        self.v = v

    def __copy__(self):
        return Hooks(("copied", self.v))

    def __deepcopy__(self, memo):
        return Hooks(("deep", self.v, len(memo) >= 0))


print(copy.copy(Hooks(1)).v, copy.deepcopy([Hooks(2)])[0].v)


class State:
    def __init__(self):
        self.a = 1
        self.cache = object()

    def __getstate__(self):
        return {"a": self.a + 1}

    def __setstate__(self, state):
        self.a = state["a"]
        self.cache = "rebuilt"


s = copy.copy(State())
print(s.a, s.cache, copy.deepcopy(State()).a)


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, (1, self.args), {"more": [2]}


r = copy.deepcopy(Reduced("x"))
print(r.args, r.more)


class MyList(list):
    pass


class MyDict(dict):
    pass


class MyInt(int):
    pass


class Slotted:
    __slots__ = ("a", "b")


ml = MyList([1, [2]])
ml.note = "n"
mc = copy.deepcopy(ml)
print(mc, mc.note, type(mc).__name__, mc[1] is ml[1], copy.copy(ml)[1] is ml[1])
md = copy.copy(MyDict(a=[1]))
mi = copy.copy(MyInt(5))
print(md, type(md).__name__, mi, type(mi).__name__)
sl = Slotted()
sl.a = [1]
sc = copy.deepcopy(sl)
print(sc.a, sc.a is sl.a, hasattr(sc, "b"))
bound = copy.deepcopy(p.total)
print(bound.__self__ is p, isinstance(bound, types.MethodType))
try:
    copy.copy(gen())
except TypeError as e:
    print("TypeError")
class WithArgs:
    def __new__(cls, a, b):
        self = object.__new__(cls)
        self.a, self.b = a, b
        return self

    def __getnewargs__(self):
        return self.a, self.b


w = copy.deepcopy(WithArgs([1], 2))
print(w.a, w.b)
err = copy.copy(ValueError("bad", 3))
print(repr(err), err.args)
