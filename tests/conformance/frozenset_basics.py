# SPDX-License-Identifier: MIT
# frozenset: immutability, hashing, use as key and element.

f = frozenset([3, 1, 2, 1])
print(len(f), sorted(f), 2 in f, 9 in f, frozenset(), frozenset("aa"), frozenset() == set(), type(f).__name__)
print(f == frozenset((1, 2, 3)), hash(f) == hash(frozenset([2, 3, 1])), f == {1, 2, 3}, f != {1})
d = {f: "three", frozenset(): "none"}
print(d[frozenset({3, 2, 1})], d[frozenset()], frozenset({1}) in d, len({f, frozenset([1, 2, 3])}))
print(sorted(f.union({4})), sorted(f - {1}), sorted(f & {1, 9}), sorted(f ^ {1, 9}), f.isdisjoint({7}), f.issubset({1, 2, 3, 4}))
print(f.copy() == f, frozenset(f) == f, bool(frozenset()), bool(f), f < frozenset({1, 2, 3, 4}), f >= {1})
for name in ("add", "remove", "clear", "pop", "update"):
    print(name, hasattr(f, name), hasattr(set(f), name))
try:
    f.add(1)
except AttributeError as e:
    print(e)
try:
    frozenset([[]])
except TypeError as e:
    print(e)
try:
    frozenset({1}) | [2]
except TypeError as e:
    print(e)
nested = frozenset([frozenset([1]), frozenset([2])])
print(frozenset([2]) in nested, len(nested), sorted(sorted(x) for x in nested), {1} in nested)


def powerset(items):
    sets = [frozenset()]
    for item in items:
        sets += [s | {item} for s in sets]
    return sets


subsets = powerset("abc")
print(len(subsets), sorted("".join(sorted(s)) for s in subsets), len(set(subsets)))
edges = {frozenset(p) for p in (("a", "b"), ("b", "a"), ("b", "c"))}
print(len(edges), frozenset("ba") in edges)
memo = {}


def cover(state):
    if state in memo:
        return memo[state]
    result = 0 if not state else 1 + min(cover(state - {x, x + 1}) for x in state)
    memo[state] = result
    return result


print(cover(frozenset({1, 2, 4, 5, 7})), len(memo))
