# SPDX-License-Identifier: MIT
# Assignment expressions in conditions, comprehensions, calls, loops, nested functions and classes.

import_like = iter(["10", "x", "20", ""])
results = []
while line := next(import_like):
    try:
        results.append(n := int(line))
    except ValueError:
        results.append(f"bad after {n}")
print(results, n, repr(line))
if (size := len(results)) > 2 and (last := results[-1]) == 20:
    print(size, last)
print([y := 5, y * 2], (z := 3) + z, {(k := "a"): k + "b"}, [w for i in range(5) if (w := i * i) % 2 == 0], w)
print((lambda: (q := 7) + q)(), any((found := x) > 3 for x in [1, 5, 2]), found, all((bad := x) < 4 for x in [1, 5, 2]), bad)


def f(items):
    total = 0
    partial = [total := total + i for i in items]
    return partial, total, [(m := max(m, i)) for i in items] if (m := -1) else None


print(f([3, 1, 4]))


def outer():
    def inner():
        nonlocal v
        return [v := v + i for i in range(3)]
    v = 10
    return inner(), v


print(outer())


def as_global():
    global made
    return [made := i for i in range(4)], made


print(as_global(), made)


class K:
    if (attr := 5) > 3:
        other = attr * 2


print(K.attr, K.other)
print(sum(t for s in ["a1", "b2", "c"] if (t := int("0" + s[1:]))), [[j := i + 1, j] for i in range(2)], j)


def first_match(rules, text):
    for pattern, action in rules:
        if (at := text.find(pattern)) >= 0:
            return action(at)
    return None


print(first_match([("z", str), ("b", lambda at: at * 10)], "abc"), first_match([], "x"))
print(f"{(a := 4)} {a * 2}", (b := (c := 2) + 1), b, c, (d := 1, 2), d, [e := (1, 2)], e)
x = 0
while (x := x + 3) < 10:
    pass
print(x, x if (x := 50) else None, x)
print({i: (sq := i * i) for i in range(3)}, sq, [lambda: g for g in [1]][0](), (h := [1])[0], h)
match (value := [1, 2]):
    case [one, two] if (s := one + two) == 3:
        print(value, s)
print((u := 5) if False else (u := 6), u, not (r := 0), r, -(p := 3), p)
assert (ok := True), "never"
print(ok, [o for o in range(6) if not (o % 2) if (half := o // 2) > 0], half)
