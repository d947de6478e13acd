# SPDX-License-Identifier: MIT
# Weak sets and dictionaries as sets and mappings; nothing is dropped here.
import collections.abc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __lt__(self, other):
        return self.name < other.name


a, b, c, d = things = [Thing(name) for name in "abcd"]


def show(items):
    return sorted(items)


s = weakref.WeakSet([a, b])
t = weakref.WeakSet([b, c])
print(show(s | t), show(s & t), show(s - t), show(s ^ t), s <= s, s < t, s == weakref.WeakSet([b, a]), s == t, s != t)
print(show(s.union([d])), show(s.intersection([b, c])), show(s.difference([b])), show(s.symmetric_difference(t)))
print(s.issubset(things), s.issuperset([a]), s.isdisjoint([c, d]), a in s, c in s, len(s))
copy = s.copy()
copy.update([c, d])
copy.difference_update([a])
copy.intersection_update([b, c, a])
copy.symmetric_difference_update([c, d])
print(show(copy), show(s), type(copy).__name__)
s |= t
s &= weakref.WeakSet([a, b])
s -= weakref.WeakSet([a])
s ^= t
print(show(s), s.pop() is c, len(s), show(s))
try:
    s.pop()
except KeyError as e:
    print(e)
try:
    hash(s)
except TypeError as e:
    print(e)
print(isinstance(s, collections.abc.MutableSet), isinstance([], collections.abc.Sequence))

values = weakref.WeakValueDictionary({"a": a, "b": b})
values.update(c=c)
print(sorted(values.copy().items()), values == {"a": a, "b": b, "c": c}, values.get("x", d), values.pop("c"))
print(sorted((values | {"d": d}).items()), sorted(({"d": d} | values).items()), [r() for r in values.valuerefs()])
print(values.setdefault("a", d), values.setdefault("d", d), values.popitem()[1] in things, "a" in values)
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
keys.update([(c, 3)])
print(sorted(keys.items()), keys == {a: 1, b: 2, c: 3}, [r() for r in keys.keyrefs()], keys.pop(c), keys.get(c, 5))
keys |= {d: 4}
print(sorted((keys | {c: 9}).items()), sorted(keys.copy()), keys.popitem()[0] in things)
for made in values, keys:
    try:
        made.pop(Thing("nothing"))
    except KeyError as e:
        print(type(e).__name__)
    made.clear()
    try:
        made.popitem()
    except KeyError as e:
        print(type(e).__name__)
print(repr(values)[:25], repr(keys)[:23])


async def steps():
    yield 1


made = steps()
print(isinstance(made, collections.abc.AsyncGenerator), issubclass(int, collections.abc.AsyncGenerator))
