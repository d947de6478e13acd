# SPDX-License-Identifier: MIT
# Union, intersection, difference, symmetric difference: operators, methods, in place.

a, b = {1, 2, 3, 4}, {3, 4, 5}
fa = frozenset(a)
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(b - a), sorted(a ^ b))
print(sorted(a.union(b)), sorted(a.intersection(b)), sorted(a.difference(b)), sorted(a.symmetric_difference(b)))
print(sorted(a.union([9], (10,))), sorted(a.intersection([1, 3], {3})), sorted(a.difference([1], [2])), sorted(a.union()))
print(sorted(fa | b), sorted(b | fa), type(fa | b).__name__, type(b | fa).__name__, type(fa & b).__name__, type(fa.union(b)).__name__)
print(a <= b, a < a, a <= a, {3} < a, a > {1, 2}, a >= a, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint(b), a.isdisjoint({9}))
print(set() <= a, set() < set(), {1} < {2}, {1} > {2}, {1} == {2}, fa == a, fa <= a)
c = set(a)
c |= b
print(sorted(c))
c &= {1, 3, 5, 7}
print(sorted(c))
c -= {1}
print(sorted(c))
c ^= {5, 9}
print(sorted(c))
d = c
d |= {100}
print(sorted(c), c is d)
c.intersection_update([3, 9, 100])
c.difference_update([100])
c.symmetric_difference_update([3, 4])
print(sorted(c))
for op in ("|", "&", "-", "^", "<"):
    try:
        if op == "|":
            a | [1]
        elif op == "&":
            a & (1,)
        elif op == "-":
            a - [1]
        elif op == "^":
            a ^ "x"
        else:
            a < [1]
    except TypeError as e:
        print(e)
try:
    c |= [1]
except TypeError as e:
    print(e)
fa2 = fa
fa2 |= {99}
print(sorted(fa), sorted(fa2), fa is fa2)
print(sorted(a & a | b - a ^ set()), sorted((a | b) - (a & b)) == sorted(a ^ b))
relations = [(1, 2), (2, 3), (4, 5), (3, 6)]
groups = []
for x, y in relations:
    joined = {x, y}
    rest = []
    for g in groups:
        if g & joined:
            joined |= g
        else:
            rest.append(g)
    groups = rest + [joined]
print(sorted(sorted(g) for g in groups))
