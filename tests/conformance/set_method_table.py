# SPDX-License-Identifier: MIT
# Methods and operators of set and frozenset with all sorts of operands, and what they refuse.


def attempt(f, *args):
    try:
        result = f(*args)
        print(sorted(result) if isinstance(result, (set, frozenset)) else result, type(result).__name__)
    except Exception as e:
        print(type(e).__name__ + ":", e)


for kind in (set, frozenset):
    s = kind([1, 2, 3, 4])
    for other in ([3, 4, 5], (1,), {2: 0, 9: 0}, {3}, frozenset({4, 6}), range(2, 4), "", iter([1, 1])):
        for name in ("union", "intersection", "difference", "symmetric_difference"):
            attempt(getattr(s, name), other)
    attempt(s.union, [9], (8,), {7})
    attempt(s.intersection, [1, 2, 3], (2, 3), {3, 4})
    attempt(s.difference, [1], [2])
    attempt(s.union)
    attempt(s.union, 5)
    attempt(s.union, [[]])
    attempt(s.issubset, range(10))
    attempt(s.issuperset, [1, 9])
    attempt(s.isdisjoint, [7, 8])
    attempt(s.isdisjoint, 5)
    for op in (lambda a, b: a | b, lambda a, b: a & b, lambda a, b: a - b, lambda a, b: a ^ b):
        attempt(op, s, {3, 7})
        attempt(op, frozenset([1]), s)
        attempt(op, s, [3])
    print(s < {1, 2, 3, 4, 5}, s <= s, s > {1}, s >= {1, 9}, s == {4, 3, 2, 1}, s != [1], s == frozenset(s))
    attempt(lambda: s < [1])
    attempt(lambda: [] in s)
    attempt(kind, 5)
    attempt(kind, [[]])
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "x"}[frozenset([1])], frozenset() == set())
attempt(hash, set())
attempt(lambda: {1, []})
attempt(frozenset([1]).__getattribute__, "add")
