# SPDX-License-Identifier: MIT
# Laws of sets over all subsets of a small universe, for set and frozenset, with in-place forms and dict views.

universe = (0, "b", (2,))
subsets = [frozenset(x for i, x in enumerate(universe) if bits >> i & 1) for bits in range(8)]
full = frozenset(universe)
count = 0
for a in subsets:
    assert a | a == a & a == a and a - a == frozenset() == a ^ a and a <= a and not a < a and a.isdisjoint(full - a)
    for b in subsets:
        sa, sb = set(a), set(b)
        assert a | b == b | a == sa | sb == sa.union(b) and a & b == b & a == sa & sb == sa.intersection(b)
        assert a - b == a & (full - b) == sa.difference(b) and a ^ b == (a | b) - (a & b) == sa.symmetric_difference(b)
        assert full - (a | b) == (full - a) & (full - b) and full - (a & b) == (full - a) | (full - b)
        assert (a <= b) == (a | b == b) == a.issubset(b) == b.issuperset(a) and (a < b) == (a <= b and a != b) and (a == b) == (hash(a) == hash(b) and a <= b <= a)
        assert a.isdisjoint(b) == (not a & b) and len(a) + len(b) == len(a | b) + len(a & b)
        da, db = dict.fromkeys(a), dict.fromkeys(b)
        assert da.keys() | db.keys() == a | b and da.keys() & db.keys() == a & b and da.keys() - db.keys() == a - b and da.keys() ^ db.keys() == a ^ b
        assert (da.keys() <= db.keys()) == (a <= b) and (da.keys() == db.keys()) == (a == b) == (da.keys() == b)
        for name, op in (("update", a | b), ("intersection_update", a & b), ("difference_update", a - b), ("symmetric_difference_update", a ^ b)):
            c = set(a)
            assert getattr(c, name)(b) is None and c == op
        c = set(a)
        c |= b
        c -= a
        assert c == b - a
        for d in subsets:
            assert (a | b) | d == a | (b | d) and (a & b) & d == a & (b & d) and a & (b | d) == (a & b) | (a & d) and (a ^ b) ^ d == a ^ (b ^ d)
            count += 1
print(count, len(set(subsets)), sorted(map(len, subsets)), len({frozenset(s) for s in map(set, subsets)}))
print(type(frozenset() | set()).__name__, type(set() | frozenset()).__name__, type(frozenset([1]).union([2])).__name__, type({1}.copy()).__name__, frozenset("ab") == set("ba"), {frozenset(): 1}[frozenset()])


def powerset(items):
    items = list(items)
    return [] if items is None else [[x for i, x in enumerate(items) if b >> i & 1] for b in range(1 << len(items))]


print(powerset("abc"), len(powerset(range(8))), sorted(set(map(sum, powerset([1, 2, 4])))))
words = ["eat", "tea", "tan", "ate", "nat", "bat"]
print(sorted({frozenset(w) for w in words}, key=sorted) == [frozenset("abt"), frozenset("aet"), frozenset("ant")], len({tuple(sorted(w)) for w in words}))
seen, doubles = set(), []
for x in [3, 1, 3, 2, 1, 3]:
    (doubles.append if x in seen else seen.add)(x)
print(sorted(seen), doubles, list(dict.fromkeys([3, 1, 3, 2])))
for bits in range(8):
    print(bits, len(subsets[bits]), universe[1] in subsets[bits], sum(s < subsets[bits] for s in subsets))
