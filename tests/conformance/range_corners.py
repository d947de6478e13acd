# SPDX-License-Identifier: MIT
# Ranges: membership, index, count, slices, equality, hash, repr, big numbers, errors.


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for r in (range(0), range(5), range(2, 9, 3), range(9, 2, -3), range(5, 5), range(-3, 3), range(10**20, 10**20 + 5, 2)):
    print(r, len(r), bool(r), list(r), list(reversed(r)), r.start, r.stop, r.step)
    print([x in r for x in (0, 2, 5, 8, -3, 10**20, 10**20 + 1, 2.0, 2.5, "a", None, True)])
    print(r[1:], r[::2], r[::-1], r[-2:], r[:-1], r[10:], r[::-2])
    attempt(r.index, 2)
    attempt(r.count, 5)
    attempt(lambda: r[0])
    attempt(lambda: r[-1])
    attempt(lambda: r[99])
attempt(range, 1, 2, 0)
attempt(range)
attempt(range, 1, 2, 3, 4)
attempt(range, 1.5)
attempt(range, "5")
attempt(range, None)
attempt(lambda: range(3) + range(2))
attempt(lambda: range(3) < range(4))
attempt(lambda: range(3).nothing)
attempt(range(5).index, 7)
print(range(3) == range(0, 3), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5), range(3) == [0, 1, 2])
print(hash(range(3)) == hash(range(0, 3, 1)), hash(range(0)) == hash(range(2, 2)), {range(2): 1}[range(0, 2)])
print(max(range(5, 1, -1)), min(range(5)), sum(range(101)), sorted(range(3), reverse=True), tuple(range(2)))
print([list(range(*slice(1, 10, 3).indices(n))) for n in (0, 1, 5, 12)])
