# SPDX-License-Identifier: MIT
# Generators: laziness, state, iteration, exhaustion, independent instances.

def count(n):
    print("start")
    i = 0
    while i < n:
        yield i
        i += 1
    print("end")


g = count(2)
print("made", iter(g) is g, type(g).__name__)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
print(next(g, "default"), list(g))
a, b = count(3), count(3)
print(next(a), next(b), next(a), next(b))


def empty():
    return
    yield


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, items):
    for i, item in enumerate(items):
        if i >= n:
            return
        yield item


print(list(empty()), list(take(10, fib())), tuple(take(3, "abcdef")), sum(take(5, fib())))
g = fib()
print([next(g) for _ in range(5)], [next(g) for _ in range(5)])


def chained(*parts):
    for part in parts:
        for item in part:
            yield item


print(list(chained([1, 2], "ab", range(2), {"k": 1})), max(chained([1], [5])), sorted(chained((3,), (1,))))


def numbers():
    x = yield 1, 2
    print("got", x)
    yield
    yield [x]


print(list(numbers()))


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print(list(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(5))))
squares = (x * x for x in range(4))
print(next(squares), list(squares), list(squares))
print(3 in take(5, range(10)), dict(zip("ab", fib())), *take(3, fib()), [*take(2, fib())])
x, y, *rest = take(4, fib())
print(x, y, rest, "".join(c for c in take(3, "hello")), list(map(str, take(2, fib()))))
try:
    next(5)
except TypeError as e:
    print(e)


def in_loop():
    for i in range(3):
        if i == 1:
            continue
        yield i
    else:
        yield "else"


print(list(in_loop()), any(v == 2 for v in in_loop()))
