# SPDX-License-Identifier: MIT
# Slices of lists given values and deleted, over all small starts, stops and steps, compared with a model.


def model(items, start, stop, step, values):
    indices = list(range(*slice(start, stop, step).indices(len(items))))
    if step in (None, 1):
        s, e, _ = slice(start, stop, step).indices(len(items))
        e = max(s, e)
        return items[:s] + list(values) + items[e:]
    if len(indices) != len(values):
        return None
    out = items[:]
    for i, v in zip(indices, values):
        out[i] = v
    return out


bounds = [None, -7, -2, 0, 1, 7]
checked = refused = 0
total = 0
for size in (0, 1, 5):
    for start in bounds:
        for stop in bounds:
            for step in (None, 1, 2, -1, -2):
                items = list(range(size))
                picked = [items[i] for i in range(*slice(start, stop, step).indices(size))]
                assert items[start:stop:step] == picked
                assert tuple(items)[start:stop:step] == tuple(picked)
                assert "abcde"[:size][start:stop:step] == "".join("abcde"[i] for i in picked)
                assert list(range(size)[start:stop:step]) == picked
                left = items[:]
                del left[start:stop:step]
                assert left == [x for x in items if x not in picked], (items, start, stop, step)
                for values in ("", "x", "xy"):
                    want = model(items, start, stop, step, values)
                    got = items[:]
                    try:
                        got[start:stop:step] = values
                        assert got == want, (got, want)
                        checked += 1
                        total += len(got)
                    except ValueError:
                        assert want is None
                        refused += 1
print(checked, refused, total)
items = list(range(8))
items[2:5] = items
print(items)
items[::2] = items[1::2] + [99] * (len(items[::2]) - len(items[1::2]))
print(items)
items[:] = (x for x in "gen")
print(items)
items[1:1] = [1, 2]
items[len(items):] = "end"
items[:0] = [0]
print(items)
del items[::-3]
print(items)
items[2:] = []
items *= 3
items[1::2] = items[::2]
print(items, items[-2:-5:-1], items[True:])
s = slice(1, None, 2)
items[s] = items[s][::-1]
print(items, s.start, s.stop, s.step, s == slice(1, None, 2), [s.indices(n) for n in (0, 1, 6)])
