# SPDX-License-Identifier: MIT
# Ranges cut by slices again and again give what lists give; equality and hashing follow the items.

checked = 0
for start in (-3, 0, 2, 10 ** 18):
    for count in (0, 1, 5):
        for step in (1, -2, 3):
            r = range(start, start + count * step, step)
            items = list(r)
            assert len(r) == len(items) and list(reversed(r)) == items[::-1] and bool(r) == bool(items)
            for a in (None, 0, 1, -2, 9):
                for b in (None, 2, -1, -9):
                    for c in (None, 1, 2, -1, -3):
                        cut = r[a:b:c]
                        assert list(cut) == items[a:b:c] and type(cut) is range
                        assert list(cut[::-1]) == items[a:b:c][::-1] and list(cut[1:]) == items[a:b:c][1:]
                        checked += 1
            for x in items:
                assert x in r and r[r.index(x)] == x and r.count(x) == 1 and x + step * count not in r
            print(r, r[::-1], r[1:], r[:-1], r[::2], sum(r), max(r, default=None))
print(checked)
a, b, c = range(0, 10, 3), range(0, 12, 3), range(0, 11, 3)
print(a == b, b == c, a == c, hash(b) == hash(c), len({a, b, c}), a == [0, 3, 6, 9], range(1, 0) == range(5, 5), hash(range(1, 0)) == hash(range(7, 7)))
print([list(range(*slice(*s).indices(6))) for s in ((None,), (1, 5), (None, None, -2), (-3, None), (10, 0, -4))])
print(range(5)[2], range(5)[-1], range(5).index(3), 2.0 in range(5), 2.5 in range(5), "2" in range(5), True in range(2), range(True), range(-1), [*range(3, 0, -1)])
