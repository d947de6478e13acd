# SPDX-License-Identifier: MIT
# itertools: every function with ordinary, empty and infinite inputs.

import itertools as it
import operator


def take(n, iterable):
    return list(it.islice(iterable, n))


print(take(4, it.count()), take(3, it.count(5, -2)), take(3, it.count(0.5, 0.25)), take(5, it.cycle("ab")), take(3, it.cycle([])), list(it.repeat("x", 3)), take(2, it.repeat(1)), list(it.repeat(1, 0)))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([], operator.mul)), list(it.accumulate([1, 2], initial=10)), list(it.accumulate("abc")))
print(list(it.chain("ab", [1], ())), list(it.chain()), list(it.chain.from_iterable(["ab", "c"])))
print(list(it.compress("abcde", [1, 0, 1, 0])), list(it.compress("", [1])))
print(list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.filterfalse(None, [0, 1, "", "a"])), list(it.filterfalse(lambda x: x % 2, range(5))))
print([(k, list(g)) for k, g in it.groupby("aabbca")], [(k, sum(1 for _ in g)) for k, g in it.groupby([1, 3, 2, 4, 5], lambda x: x % 2)], [k for k, g in it.groupby("aab")])
groups = it.groupby("aabb")
k, g = next(groups)
next(groups)
print(list(g))
for args in ((5,), (2, 5), (0, 8, 3), (None, 4), (1, None), (0,), (3, 3), (9, 20)):
    print(args, list(it.islice(range(10), *args)))
for bad in ((-1,), (0, 5, 0), ("a",), (0, -1)):
    try:
        print(list(it.islice(range(3), *bad)))
    except ValueError as e:
        print("ValueError")
source = iter(range(10))
print(list(it.islice(source, 3)), next(source), list(it.islice(source, 1, 3)), list(source))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest("abc", [1], fillvalue="-")), list(it.zip_longest()), list(it.pairwise([1, 2, 3])), list(it.pairwise([1])))
a, b = it.tee([1, 2, 3])
print(next(a), list(b), list(a), [list(t) for t in it.tee("xy", 3)])
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()), list(it.product("ab", [])))
print(list(it.permutations("abc", 2)), list(it.permutations([1, 2, 3])), list(it.permutations([1], 2)), len(list(it.permutations(range(5)))))
print(list(it.combinations("abcd", 2)), list(it.combinations([1, 2], 3)), list(it.combinations([1], 0)), list(it.combinations_with_replacement("ab", 2)))
print(sum(x * y for x, y in it.combinations(range(6), 2)), "".join(map(str, it.chain(*[range(i) for i in range(4)]))))
