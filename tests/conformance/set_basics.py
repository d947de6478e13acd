# SPDX-License-Identifier: MIT
# Sets: displays, membership, adding, removing, copying, text.

s = {3, 1, 2, 3, 1}
print(len(s), sorted(s), 1 in s, 9 in s, 9 not in s, set(), set("aab") == {"a", "b"}, set([1, 1]), {5})
print(s.add(4), s.add(4), sorted(s), s.discard(4), s.discard(99), sorted(s), s.remove(1), sorted(s))
try:
    s.remove(99)
except KeyError as e:
    print("KeyError", e)
one = {7}
print(one.pop(), one, bool(one), bool({0}))
try:
    one.pop()
except KeyError as e:
    print(e)
c = s.copy()
c.add("new")
print(len(s), len(c), c is s, c > s)
print(s.update([5, 6], (7,), {8: "v"}), sorted(s), s.clear(), s, len(s))
print({1, 2} == {2, 1}, {1} != {2}, {1} == frozenset({1}), {1, 2} == [1, 2], {1.0} == {1}, {True, 1, 1.0})
try:
    {[1]}
except TypeError as e:
    print(e)
try:
    hash(set())
except TypeError as e:
    print(e)
try:
    s[0]
except TypeError as e:
    print("TypeError")
try:
    {1} + {2}
except TypeError as e:
    print(e)
try:
    set(5)
except TypeError as e:
    print(e)
try:
    {1}.missing
except AttributeError as e:
    print(e)
print(sum({1, 2, 3}), max({4, 9, 2}), sorted({"b", "a"}, reverse=True), sorted(x * 2 for x in {1, 2}), len({(1, 2), (1, 2), (2, 1)}))
print({1}, {"a"}, {(1,)}, frozenset(), frozenset({1}), repr(set()), str({None}))
seen, unique = set(), []
for word in "to be or not to be that is".split():
    if word not in seen:
        seen.add(word)
        unique.append(word)
print(unique, sorted(seen))
big = set()
for i in range(80):
    big.add(i * 37 % 101)
for i in range(0, 80, 2):
    big.discard(i * 37 % 101)
print(len(big), sorted(big)[:6], sum(big))
try:
    t = {1, 2, 3}
    for x in t:
        t.add(x + 10)
except RuntimeError as e:
    print(e)
primes = {n for n in range(2, 40)} - {n * m for n in range(2, 20) for m in range(2, 20)}
print(sorted(primes))
