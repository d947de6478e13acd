# SPDX-License-Identifier: MIT
# Assignment expressions: scope, in conditions, comprehensions, calls.

if (n := len("hello")) > 3:
    print("long", n)
data = [1, 5, 2, 8]
print([y for x in data if (y := x * 2) > 4], y, any((found := v) > 4 for v in data), found)
stream = iter("ab\n")
while (c := next(stream)) != "\n":
    print(c)
print((a := 1) + (b := 2), a, b, (z := (w := 3) + 1), w, [q := 1, q + 1], q)


def f(x):
    return (half := x // 2) and half * 10


print(f(5), f(1), (lambda v: (t := v * v) + t)(3))
total = 0
print([total := total + v for v in data], total)


def scoped():
    hits = [last := i for i in range(3)]
    return hits, last


print(scoped())


def with_nonlocal():
    best = None

    def search(items):
        nonlocal best
        return [best := i for i in items if best is None or i > best]
    search([3, 1, 4, 1, 5])
    return best


print(with_nonlocal())
print(f"{(k := 5)} {k}", {(key := "k"): (val := 1)}, key, val, data[(i := 1)], i, data[(s := 1):(e := 3)], s, e)
print(max(m := [3, 9, 2]), m, (x := 1, 2), x, sum((v := [1, 2])), v)
if not (match := {"a": 1}.get("b")):
    print("none", match)
elif (other := 5):
    print("never", other)
result = "big" if (size := sum(data)) > 10 else "small"
print(result, size)
while chunk := data[:2]:
    print(chunk)
    data = data[2:]
print(chunk, data)
print([(i, j) for i in range(3) if (k := i * i) for j in range(k)], k)
lines = ["x=1", "bad", "y=2"]
print({p[0]: p[1] for line in lines if len(p := line.split("=")) == 2}, p)


class C:
    value = (inner := 10) + 1
    print(inner)


print(C.value, C.inner)
assert (checked := True), "message"
print(checked, not (flag := False), flag, (one := 1) < (two := 2) < (three := 3), one + two + three)
print([first := 1, *(rest := [2, 3])], first, rest, (lambda: (d := 4))(), (lambda: (g := 5) + g)())
