# SPDX-License-Identifier: MIT
# The lazy builtins: enumerate, zip, map, filter, reversed as iterators.

e = enumerate(["a", "b", "c"], start=5)
print(next(e), list(e), list(enumerate("")), list(enumerate("xy")), iter(e) is e, type(e).__name__)
z = zip([1, 2, 3], "ab")
print(next(z), list(z), list(zip()), list(zip("abc")), list(zip([1], [2], [3])), list(zip([1, 2], [])), type(z).__name__)
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as err:
    print(err)
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as err:
    print(err)
print(list(zip("ab", [1, 2], strict=True)), list(zip(strict=True)))
m = map(lambda x: x * 2, [1, 2, 3])
print(next(m), list(m), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(str, range(3))), list(map(int, "12")), list(map(len, [])))
f = filter(lambda x: x > 1, [1, 2, 3])
print(next(f), list(f), list(filter(None, [0, 1, "", "a", None, [], [0]])), list(filter(str.isdigit, "a1b2")), list(filter(lambda x: False, range(5))))
r = reversed([1, 2, 3])
print(next(r), list(r), list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})))
calls = []


def noisy(x):
    calls.append(x)
    return x


lazy = map(noisy, [1, 2, 3])
print(calls, next(lazy), calls)
pipeline = filter(lambda x: x % 2, map(noisy, range(4)))
print(next(pipeline), calls, list(pipeline), calls)
try:
    list(map(lambda x: 1 // x, [1, 0]))
except ZeroDivisionError as err:
    print(err)
for bad in (lambda: zip(5), lambda: enumerate(5), lambda: map(str, 5), lambda: reversed({1}), lambda: filter(None, 3)):
    try:
        bad()
    except TypeError as err:
        print(err)
a, b = zip(*[(1, "x"), (2, "y"), (3, "z")])
print(a, b, dict(zip("abc", range(3))), sum(map(lambda p: p[0] * p[1], zip([1, 2, 3], [4, 5, 6]))))
for i, (left, right) in enumerate(zip("ab", [True, False])):
    print(i, left, right)
it = iter(range(6))
print(list(zip(it, it, it)), list(map(lambda *a: a, "ab", "cd", "ef")), max(map(len, ["a", "bbb"])), list(map(None.__class__, [])))


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return "xyz"[i]


class Rev:
    def __reversed__(self):
        return iter(["custom"])


print(list(reversed(Seq())), list(reversed(Rev())), sorted(map(abs, [-3, 1, -2])), list(zip(Seq(), reversed(Seq()))))
