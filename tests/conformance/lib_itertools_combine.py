# SPDX-License-Identifier: MIT
# itertools: combinatorics, groups, branches.
from itertools import (combinations, combinations_with_replacement, groupby, islice, permutations, product, tee,
                       zip_longest)


def attempt(function, *args, **kwargs):
    try:
        print(list(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(list(product("ab", [1, 2])), list(product()), list(product([1], [])), list(product([0, 1], repeat=3)), list(product("ab", "c", repeat=2)), list(product("ab", repeat=0)))
attempt(product, "a", repeat=-1)
attempt(product, 3)
for r in (None, 0, 1, 2, 3, 4):
    print(r, ["".join(p) for p in permutations("abc", r)])
print(list(permutations([1, 2, 3, 4]))[::5], list(permutations([])), len(list(permutations(range(6), 4))))
attempt(permutations, "ab", -1)
attempt(permutations, "ab", "x")
for r in range(5):
    print(r, ["".join(c) for c in combinations("abcd", r)], ["".join(c) for c in combinations_with_replacement("abc", r)])
print(list(combinations([], 0)), list(combinations([], 1)), list(combinations_with_replacement([], 0)), list(combinations_with_replacement([], 2)), list(combinations("ab", 3)))
attempt(combinations, "ab", -1)
attempt(combinations_with_replacement, "ab", -1)
print(len(list(combinations(range(9), 4))), len(list(combinations_with_replacement(range(5), 4))), len(list(product(range(3), repeat=5))))
print(list(zip_longest("abc", "x", fillvalue="-")), list(zip_longest()), list(zip_longest([], [])), list(zip_longest([1], [], (2, 3))))
attempt(zip_longest, [1], 2)
print([(k, list(g)) for k, g in groupby("AAAABBBCCDAABBB")])
print([(k, list(g)) for k, g in groupby([1, 3, 5, 2, 4, 7], key=lambda x: x % 2)])
print([k for k, g in groupby("aabbaa")], list(groupby([])))
groups = groupby("aaabbc")
key, first = next(groups)
print(key, next(first), next(first))
key, second = next(groups)
print(key, list(first), next(second), list(second), [k for k, _ in groups])
kept = list(groupby("aab"))
print([(k, list(g)) for k, g in kept[:-1]])
nan = float("nan")
print([len(list(g)) for _, g in groupby([nan, nan, 1, 1.0, True])])
attempt(groupby, 5)
a, b = tee(i * i for i in range(6))
print(next(a), next(a), next(b), list(a), list(b), list(a))
a, b, c = tee("abc", 3)
print(list(islice(a, 2)), list(c), list(a), list(b), tee([], 0))
a, = tee([1, 2, 3], 1)
next(a)
d, e = tee(a)
print(list(d), list(e))
attempt(tee, "ab", -1)
triples = [t for t in combinations(range(1, 21), 3) if t[0] ** 2 + t[1] ** 2 == t[2] ** 2]
print(triples)
