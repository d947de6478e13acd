# SPDX-License-Identifier: MIT
# Iterators of all built-in kinds and of Python classes: exhaustion, identity, length changes, iter() with a sentinel.


class Seq:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]


class SeqLen(Seq):
    def __len__(self):
        return len(self.items)


class Bad:
    def __iter__(self):
        return 5


class NoIter:
    __iter__ = None


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for thing in ([1, 2], (1, 2), "ab", b"ab", bytearray(b"ab"), {1, }, frozenset([1]), {1: 2}, range(2), {1: 2}.keys(), {1: 2}.values(), {1: 2}.items(),
              enumerate("a"), zip("a"), map(str, [1]), filter(None, [1]), reversed([1]), Seq([7, 8]), SeqLen([7]), Count(2), memoryview(b"ab")):
    it = iter(thing)
    first = list(it)
    print(first, list(it), next(it, "done"), iter(it) is it)
attempt(iter, Bad())
attempt(iter, NoIter())
attempt(list, NoIter())
attempt(iter, 5)
attempt(next, [1])
attempt(next, iter([]))
attempt(next, iter([]), None)
attempt(lambda: list(reversed(SeqLen([1, 2, 3]))))
attempt(lambda: list(reversed(range(3))) + list(reversed("abc")) + list(reversed({1: 2, 3: 4})))
items = iter("stop here")
print(list(iter(lambda: next(items), " ")), list(items))
attempt(iter, 5, 6)
calls = iter([3, 2, 1, 0, 9])
print([x for x in iter(calls.__next__, 0)], list(calls))
items = [1, 2, 3]
out = []
for x in items:
    out.append(x)
    if len(items) < 6:
        items.append(x * 10)
print(out)
items = [1, 2, 3, 4]
for x in items:
    items.remove(x)
print(items)
it = iter(items)
items.clear()
print(list(it), list(it))
z = zip([1, 2, 3], iter("ab"))
print(list(z), list(zip()), list(zip([1], [2], [3])), list(zip(range(3), "ab", strict=False)))
attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: list(zip([1], [1], [], strict=True)))
attempt(lambda: list(enumerate("ab", start=5)))
attempt(lambda: list(enumerate("ab", 10**20)))
attempt(lambda: list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])))
attempt(lambda: list(filter(lambda c: c > "a", "abc")))
attempt(lambda: list(filter(None, [0, 1, "", "x", [], None, 2.5])))
print(sum(Count(5)), max(Count(5)), sorted(Count(4)), 2 in Count(5), tuple(Count(3)), [*Count(2)], dict(enumerate(Count(2))))
