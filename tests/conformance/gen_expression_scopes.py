# SPDX-License-Identifier: MIT
# Generator expressions and comprehensions: when parts are evaluated, their scopes, nesting, laziness, errors.

log = []


def note(x):
    log.append(x)
    return x


g = (note(x) * 2 for x in note([1, 2, 3]))
print(log)
print(next(g), log)
print(list(g), log)
log.clear()
n = 5
g = (x + n for x in range(3))
n = 100
print(list(g))
print([x for x in range(10) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(3)])
print({x % 3 for x in range(9)} == {0, 1, 2}, {x: x * x for x in range(3)}, {**{k: v for k, v in zip("ab", (1, 2))}})
print(sum(x for x in range(5)), max((len(w), w) for w in "aa b ccc".split()), sorted(x for x in "hello"), "".join(c for c in "a-b" if c != "-"))
print(any(note(x) > 1 for x in (1, 2, 3)), log)
log.clear()
print(all(note(x) < 2 for x in (1, 2, 3)), log)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [c for row in matrix for c in row if c % 2], list(zip(*matrix)))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
try:
    list(1 // x for x in (1, 0))
except ZeroDivisionError as e:
    print(e)
g = (1 // x for x in (1, 0, 1))
print(next(g))
try:
    next(g)
except ZeroDivisionError:
    print(list(g))
funcs = [lambda: i for i in range(3)]
print([f() for f in funcs], [f() for f in [lambda i=i: i for i in range(3)]])


class K:
    items = [1, 2]
    doubled = [x * 2 for x in items]
    pairs = [(x, y) for x in items for y in (1, 2)]


print(K.doubled, K.pairs)
x = "outer"
print([x for x in range(2)], x, [(y := x) for x in range(3)], y)
print(list(x for x in (y for y in (z for z in range(3)))), tuple(x for x in ()), dict((x, x) for x in "a"))
total = 0
print([total := total + v for v in range(5)], total)
evens = (x for x in range(10**9) if x % 2 == 0)
print([next(evens) for _ in range(4)], next(x for x in range(10, 10**9) if x % 7 == 0))
