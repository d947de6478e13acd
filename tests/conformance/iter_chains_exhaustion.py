# SPDX-License-Identifier: MIT
# enumerate, zip, map, filter, reversed and iter over each other; errors in the middle; what is left in the sources.


def boom(n):
    for i in range(n):
        yield i
    raise ValueError(f"after {n}")


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: list(boom(2)))
attempt(lambda: list(map(str, boom(2))))
attempt(lambda: list(zip("abc", boom(1))))
attempt(lambda: list(enumerate(boom(0))))
attempt(lambda: list(filter(None, boom(3))))
attempt(lambda: sum(boom(2)))
attempt(lambda: max(boom(2)))
attempt(lambda: sorted(boom(2)))
attempt(lambda: 9 in boom(2))
attempt(lambda: 1 in boom(2))
attempt(lambda: dict(enumerate(boom(1))))
attempt(lambda: "".join(map(chr, boom(1))))
attempt(lambda: [*boom(1)])
attempt(lambda: {*boom(1)})
attempt(lambda: any(boom(3)))
attempt(lambda: all(boom(3)))
attempt(lambda: tuple(boom(1)))
attempt(lambda: bytes(boom(2)))
attempt(lambda: list(map(lambda a, b: a / b, [1, 2], [1, 0])))
source = iter(range(10))
pairs = zip(source, source)
print(next(pairs), next(pairs), list(source))
a, b = iter([1, 2, 3]), iter([10])
print(list(zip(a, b)), list(a))
a, b = iter([1]), iter([10, 20])
print(list(zip(a, b)), list(b))
m = map(lambda x, y: x * y, [1, 2, 3], (x for x in [4, 5]))
print(next(m), list(m), list(m))
e = enumerate(filter(lambda c: c not in "aeiou", "education"), 1)
print(next(e), list(e))
print(list(reversed(list(zip("ab", reversed([1, 2]))))), list(map(list, zip(*[(1, 2), (3, 4)]))), dict(zip("ab", map(int, "12"))))
nested = iter([iter([1, 2]), iter([]), iter([3])])
print([x for inner in nested for x in inner], next(nested, "gone"))
r = reversed([1, 2, 3])
print(next(r), list(r), list(r))
items = [1, 2, 3]
r = reversed(items)
items.append(4)
print(list(r))
it = iter(items)
next(it)
del items[:]
print(list(it), list(it))
it = iter("ab")
print(it.__next__(), it.__next__())
for _ in range(2):
    try:
        it.__next__()
    except StopIteration as stop:
        print("stop", stop.args)
d = {1: "a", 2: "b"}
it = iter(d)
next(it)
d[1] = "changed"
print(next(it), next(it, None))
it = iter(d.items())
d[3] = "c"
attempt(lambda: next(it))
s = {1, 2, 3}
it = iter(s)
s.discard(2)
attempt(lambda: list(it))
f = filter(lambda x: 10 // x > 2, [1, 2, 0, 3])
print(next(f), next(f))
attempt(lambda: next(f))
print(next(f, "end"))
print(sum(map(len, map(str, range(95, 105)))), list(map(max, [1, 5], [3, 2], [2, 9])), min(map(abs, [-3, 2, -1])), list(filter(str.strip, ["", " ", "a"])))
deep = range(5)
for _ in range(30):
    deep = map(lambda x: x + 1, deep)
print(list(deep))
deep = iter([1])
for i in range(20):
    deep = filter(None, enumerate(deep)) if i % 2 else zip(deep)
print(str(list(deep))[:30])
