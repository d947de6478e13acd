# SPDX-License-Identifier: MIT
# Equal keys of different types, objects as keys, mutable keys refused, keys that collide, keys that raise.

d = {}
for k in (1, 1.0, True, 0, False, 0.0, -0.0, "1", b"1", (1,), (1.0,), frozenset([1]), frozenset([True]), None, "", (), 2**70, float(2**70), -1, -2):
    d.setdefault(k, []).append(repr(k))
for k, v in d.items():
    print(repr(k), v)
for bad in ([], {}, set(), bytearray(), ([],), ({},), slice(1)):
    try:
        d[bad] = 1
    except TypeError as e:
        print(e)


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, o):
        return isinstance(o, Same) and self.n == o.n

    def __repr__(self):
        return f"S{self.n}"


many = {Same(i): i for i in range(25)}
print(len(many), many[Same(13)], Same(99) in many, many.pop(Same(0)), list(many)[:3], len({Same(1), Same(1), Same(2)}))
for i in range(0, 25, 2):
    many.pop(Same(i), None)
print(many, sum(many.values()))


class OnlyEq:
    def __eq__(self, o):
        return True


class NoHash:
    __hash__ = None


class Derived(Same):
    def __eq__(self, o):
        return super().__eq__(o)


class Kept(Same):
    def __eq__(self, o):
        return super().__eq__(o)

    __hash__ = Same.__hash__


for cls in (lambda: OnlyEq(), lambda: NoHash(), lambda: Derived(1), lambda: Kept(1)):
    try:
        print(hash(cls()))
    except TypeError as e:
        print(e)


class RaisesHash:
    def __hash__(self):
        raise ValueError("no hash today")


class RaisesEq:
    def __hash__(self):
        return 1

    def __eq__(self, o):
        raise KeyError("no equality today")


for f in (lambda: {RaisesHash(): 1}, lambda: RaisesHash() in {}, lambda: {1: 0}[RaisesHash()], lambda: {RaisesEq(), RaisesEq()}, lambda: RaisesEq() in {1}, lambda: {1: 2}.get(RaisesEq())):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Changing:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, o):
        return self.n == o.n


c = Changing(5)
s = {c}
c.n = 6
print(Changing(5) in s, len(s), next(iter(s)) is c)
a, b = object(), object()
print(len({a, b, a}), {a: 1, b: 2}[b], hash(a) == hash(a), a == b, a != b, a == a)
print(hash("x") == hash("x"), hash(()) == hash(()), hash((1, "a", None)) == hash((1, "a", None)), hash(frozenset("ab")) == hash(frozenset("ba")), hash(1.5) == hash(1.5), hash(2**100) == hash(2**100), hash(-1) == hash(-1.0))
