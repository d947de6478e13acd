# SPDX-License-Identifier: MIT
# Tuples as records, keys, results, arguments and versions; sorting, swapping, nesting, comparing, unpacking in loops.

versions = ["1.10.0", "1.2.0", "1.2", "2.0.0-rc1", "1.2.0-beta", "0.9"]


def key(v):
    main, _, tag = v.partition("-")
    return tuple(map(int, main.split("."))), not tag == "", tag


print(sorted(versions, key=key), max(versions, key=key), sorted(tuple(map(int, v.split("-")[0].split("."))) for v in versions))
points = {(0, 0): "origin", (1, 0): "east", (0, 1): "north", (-1, 0): "west"}
x, y = 0, 0
for dx, dy in ((1, 0), (0, 1), (-1, 0), (-1, 0), (0, -1)):
    x, y = x + dx, y + dy
    print((x, y), points.get((x, y), "nowhere"), end="; ")
print()


def stats(items):
    return min(items), max(items), sum(items) / len(items)


low, high, mean = stats([3, 1, 4, 1, 5])
first, *middle, last = sorted([3, 1, 4, 1, 5])
print(low, high, mean, first, middle, last, stats(range(5))[::-1], (lambda t: t + (sum(t),))((1, 2, 3)))
pairs = [(1, "one"), (2, "two"), (3, "three")]
numbers, names = zip(*pairs)
print(numbers, names, dict(pairs), [f"{n}:{w}" for n, w in pairs], tuple(w[0] for _, w in pairs), sum(n for n, _ in pairs), list(enumerate(names, 1)) == pairs)
table = {("get", 0): lambda: "get", ("put", 1): lambda a: ("put", a), ("put", 2): lambda a, b: ("put", a, b)}
for call in (("get",), ("put", 1), ("put", 1, 2), ("put",), ("pop",)):
    name, *args = call
    f = table.get((name, len(args)))
    print(f(*args) if f else f"no {name}/{len(args)}", end=" ")
print()
grid = tuple(tuple(r * 3 + c for c in range(3)) for r in range(3))
print(grid, tuple(zip(*grid)), tuple(row[::-1] for row in grid), sum(grid, ()), sum(grid[i][i] for i in range(3)), (5 in grid[1], (0, 1, 2) in grid), grid < ((0, 1, 3),), grid[1:] + grid[:1])
a, b, c = 1, 2, 3
a, b, c = c, a, b
(a, b), c = (b, c), a
print(a, b, c, (a, b) == (1, 2), (1, 2, 3) > (1, 2), () < (0,), (1, "a") < (1, "b"), ((1, 2), 3) < ((1, 3), 0))
nested = (1, (2, (3, (4, ()))))
depth, node, values = 0, nested, []
while node:
    value, node = node
    values.append(value)
    depth += 1
print(depth, values, nested[1][1][0], len(nested), hash(nested) == hash((1, (2, (3, (4, ()))))), repr(nested))
counts = {}
for a, b in zip("mississippi", "ississippi"):
    counts[a, b] = counts.get((a, b), 0) + 1
print(sorted(counts.items(), key=lambda p: (-p[1], p[0])), max(counts.values()), [k for k, v in counts.items() if k[0] == k[1]])
state = ("idle", 0)
for event in ("start", "tick", "tick", "stop", "bad"):
    match state, event:
        case ("idle", _), "start":
            state = "running", 0
        case ("running", n), "tick":
            state = "running", n + 1
        case ("running", n), "stop":
            state = "idle", n
        case (name, n), _:
            state = f"{name}?", -n
    print(state, end=" ")
print()
for bad in (lambda: (1, 2) + [3], lambda: (1, "a") < (1, 2), lambda: tuple(5), lambda: (1, 2).index(9), lambda: hash(([],))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
