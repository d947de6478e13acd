# SPDX-License-Identifier: MIT
# Methods of list and tuple: all forms of arguments, and what they refuse.


def attempt(f, *args, **keywords):
    try:
        print(repr(f(*args, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt([].pop)
attempt([1].pop, 5)
attempt([1].remove, 2)
attempt([1].index, 2)
attempt([1, 2, 1].index, 1, 1)
attempt([1, 2, 1].index, 1, -1)
attempt([1, 2, 1].index, 2, 0, 1)
attempt([1, 2, 1].index, 1, 1, -1)
attempt([1].index)
attempt([1].append)
attempt([1].append, 1, 2)
attempt([1].extend, 5)
attempt([1].insert, 1)
attempt([1].insert, "0", 1)
attempt([3, "a"].sort)
attempt([3, None, 1].sort)
attempt([1, 2].sort, key=5)
attempt([2, 1].sort, key=None, reverse=False)
attempt([1].count, [1])
attempt([1].copy, 1)
attempt([1].clear, 1)
attempt([1].reverse, 1)
attempt((1, 2).index, 3)
attempt((1, 2, 1).index, 1, 1)
attempt((1, 2).count, 1)
attempt((1, 2).count)
attempt(list, 5)
attempt(list, [1], [2])
attempt(tuple, 5)
attempt([1, 2].__setitem__, 5, 1)
attempt([1, 2].__setitem__, "a", 1)
attempt([1, 2].__delitem__, 2)
attempt([1, 2, 3].__setitem__, slice(0, 3, 2), [1])
attempt([1, 2, 3].__setitem__, slice(0, 1), 5)
attempt(lambda: (1, 2).__setitem__)
try:
    (1, 2)[0] = 5
except TypeError as e:
    print(e)
try:
    del (1, 2)[0]
except TypeError as e:
    print(e)
attempt(lambda: [1] < 5)
attempt(lambda: [1, "a"] < [1, 2])
attempt(lambda: (1,) < [1])
attempt(lambda: {} < {})
print([1, 2] < [1, 2, 0], [2] > [1, 9], [] < [0], (1, 2) <= (1, 2), [1] == (1,), [1, [2]] == [1, [2]])
