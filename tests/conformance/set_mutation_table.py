# SPDX-License-Identifier: MIT
# Changing sets: add, discard, remove, pop, updates in place, and errors.


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = set()
attempt(s.pop)
attempt(s.remove, 1)
attempt(s.remove, "key")
attempt(s.remove, (1, 2))
attempt(s.discard, 1)
attempt(s.add, [])
attempt(s.discard, [])
attempt(s.add, 5)
s.update([1, 2], "ab", {7: 0}, range(3))
print(sorted(s, key=str))
attempt(s.update, 5)
attempt(s.update, [1], 5)
s.intersection_update([1, 2, "a", 7], {1, "a", 7})
print(sorted(s, key=str))
s.difference_update(["a"], [99])
s.symmetric_difference_update([7, 8])
print(sorted(s))
s |= {10, 11}
s &= {1, 10, 11, 12}
s -= {11}
s ^= {1, 2}
print(sorted(s))
for op in ("|", "&", "-", "^"):
    try:
        if op == "|":
            s |= [1]
        elif op == "&":
            s &= [1]
        elif op == "-":
            s -= [1]
        else:
            s ^= [1]
    except TypeError as e:
        print(e)
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
t = s.copy()
t.clear()
print(len(s) > len(t), t, set(), frozenset(), {1}, frozenset({1}), bool(t))
s = {3}
u = s
s |= {4}
print(u is s, sorted(u), s.pop() in (3, 4), len(u))
f = frozenset({1})
g = f
f |= {2}
print(sorted(f), sorted(g))
print({1, 1.0, True}, {0, False}, {"a", "a"}, len({float("nan"), float("nan")}), {None, None}, {(), ()})
numbers = set(range(100))
for n in range(2, 50):
    numbers -= set(range(2 * n, 100, n))
print(sorted(numbers))
big = {i * 37 % 101 for i in range(101)}
print(len(big), sum(big), big == set(range(101)), all(i in big for i in range(101)), 101 in big)
