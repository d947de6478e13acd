# SPDX-License-Identifier: MIT
# Generator expressions: laziness, scoping, nesting, as arguments.

log = []


def note(x):
    log.append(x)
    return x


g = (note(i) * 10 for i in range(5) if i % 2 == 0)
print(log, next(g), log, next(g), log, list(g), log)
print(sum(i for i in range(5)), max(len(w) for w in ("a", "bcd")), any(i > 3 for i in range(5)), all(i < 3 for i in range(5)))
print(list(x + y for x in "ab" for y in "cd"), sorted((i * 7 % 5 for i in range(5)), reverse=True), tuple(i for i in ()))
print("".join(c.upper() for c in "abc"), dict((k, v) for k, v in zip("ab", (1, 2))), set(i % 2 for i in range(9)) == {0, 1})
print(list(list(range(n)) for n in range(3)), [list(j for j in range(i)) for i in range(3)], list((a, b) for a in range(3) for b in range(a)))
i = "outer"
print(list(i for i in range(2)), i)
first = [1, 2]
g = (x for x in first)
first = [3, 4]
print(list(g))
n = 1
g = (n * x for x in (1, 2))
n = 10
print(list(g))
try:
    bad = (x for x in 5)
except TypeError as e:
    print(e)
g = (1 // x for x in (1, 0, 2))
print(next(g))
try:
    next(g)
except ZeroDivisionError as e:
    print(e)
print(next(g, "dead after exception"))
matrix = [[1, 2], [3, 4]]
print(list(v for row in matrix for v in row if v != 3), sum(sum(row) for row in matrix), list(zip(*(row for row in matrix))))
stages = (x for x in range(20))
stages = (x for x in stages if x % 3 == 0)
stages = (x * x for x in stages)
print(list(stages))


def scoped(k):
    local = 5
    return list(local + k + v for v in (1, 2))


print(scoped(10), (lambda s: sum(s * v for v in (1, 2)))(3), list(lam(2) for lam in (lambda q: q, lambda q: q * q)))
g = (v for v in "abc")
print(next(g), list(zip(g, "xyz")), list(g))
first_match = next((w for w in ("apple", "bat", "cow") if len(w) == 3), None)
none_match = next((w for w in () if w), "nothing")
print(first_match, none_match, 4 in (v * 2 for v in range(5)), type((v for v in ())).__name__)


class Holder:
    values = [1, 2, 3]
    total = sum(v for v in values)

    def scaled(self, k):
        return list(v * k for v in self.values)


print(Holder.total, Holder().scaled(2), min((abs(v), v) for v in (-3, 2, -1)), *(v for v in range(3)))
