# SPDX-License-Identifier: MIT
# Unpacking: nesting, stars in every place, all kinds of iterables, too few and too many values.


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def three(x):
    a, b, c = x
    return a, b, c


def front(x):
    *a, b, c = x
    return a, b, c


def middle(x):
    a, *b, c = x
    return a, b, c


def back(x):
    a, b, *c = x
    return a, b, c


def nested(x):
    (a, b), [c, *d], e = x
    return a, b, c, d, e


def gen(n):
    for i in range(n):
        yield i


class Old:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 10


for x in ((), [1], "ab", (1, 2, 3), range(4), {5: 0, 6: 0, 7: 0}, b"xyz", "größ", 5, None):
    for f in (three, front, middle, back):
        attempt(lambda: f(x))
for n in range(5):
    attempt(lambda: three(gen(n)))
    attempt(lambda: middle(Old(n)))
attempt(lambda: nested(((1, 2), "xyz", None)))
attempt(lambda: nested(([1, 2], (3,), 4)))
attempt(lambda: nested(((1, 2), (), 4)))
attempt(lambda: nested(((1,), (2,), 4)))
(a, b), c = [1, 2], 3
[d, [e]] = 4, (5,)
a, b = b, a
print(a, b, c, d, e)
i = 0
items = [9, 9, 9]
i, items[i] = 1, "put"
print(i, items)
x = y = z = []
x.append(1)
print(y, z is x)
for (k, (p, q)), *r in [((1, (2, 3)), 4, 5), (("a", "bc"),)]:
    print(k, p, q, r)
print([*range(3), *"ab", *{1: 2}], (*[], 1), {*"aab"} == {"a", "b"}, {**{"x": 1}, "y": 2, **{"x": 3}})
first, *_, last = sorted("unpacking")
print(first, last, _)
*only, = "xyz"
print(only)
for a, *b in ["abc", (1,), [2, 3]]:
    print(a, b)


class Box:
    pass


box = Box()
box.a, box.b, *box.rest = range(5)
d = {}
d["k"], d["l"] = box.rest[:2]
print(box.a, box.b, box.rest, d)
with_star = lambda *a, **k: (a, k)
print(with_star(*[1, 2], 3, *(4,), **{"x": 1}, y=2, **{"z": 3}), with_star(*"", **{}))
