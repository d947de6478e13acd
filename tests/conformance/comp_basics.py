# SPDX-License-Identifier: MIT
# List, dict and set comprehensions: conditions, several loops, nesting, unpacking.

print([x * x for x in range(5)], [x for x in range(10) if x % 3 == 0], [x for x in range(20) if x % 2 if x % 3], [c.upper() for c in "abc"])
print([(x, y) for x in range(3) for y in range(x)], [x * y for x in (1, 2) if x > 1 for y in (3, 4) if y > 3], [[j for j in range(i)] for i in range(4)])
print({x: x * x for x in range(4)}, {k: v for k, v in zip("abc", range(3)) if v}, {v: k for k, v in {"a": 1}.items()}, {x % 3: x for x in range(7)})
print(sorted({x % 3 for x in range(10)}), {len(w) for w in ("a", "b")} == {1}, {(x, y) for x in (0, 1) for y in (0, 1) if x != y} == {(0, 1), (1, 0)})
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row], [sum(row) for row in matrix], [[x * 2 for x in row] for row in matrix if sum(row) > 6])
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ["abc", "de"]], [i * v for i, v in enumerate([5, 6])], [k + str(v) for k, v in {"x": 1}.items()])
print([x if x > 2 else -x for x in range(5)], [y for x in [1, 2] for y in [x * 10]], [f"{i}:{c}" for i, c in enumerate("ab", 1)], [lambda: 0 for _ in range(2)][0]())
print([x for x in []], {x: 1 for x in ()}, {x for x in ""}, [None for _ in range(2)], [[] for _ in range(2)])
print([i for i in range(3) for i in range(i + 1)], [*[x for x in "ab"], *(y for y in "cd")], len([x for x in range(50)]), sum([x for x in range(101)]))
print([w for line in ["a b", "c"] for w in line.split()], {w: len(w) for w in "the quick fox".split()}, {c: "hello".count(c) for c in "hello"})
print([(i, j, k) for i in range(2) for j in range(2) for k in range(2) if i ^ j ^ k], [x for x in (y * y for y in range(4)) if x > 1])
print({"outer": {str(i): [i] * i for i in range(3)}}, [{i: j for j in "ab"} for i in range(2)], [sorted({i, i + 1}) for i in range(2)])
triples = [(a, b, c) for c in range(1, 18) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(triples)
primes = [n for n in range(2, 40) if not any(n % d == 0 for d in range(2, n))]
print(primes)
identity = [[int(i == j) for j in range(3)] for i in range(3)]
print(identity, [list(col) for col in zip(*identity)] == identity)
board = ["".join("Q" if c == q else "." for c in range(4)) for q in (1, 3, 0, 2)]
print(board)
words = ["apple", "Bob", "cat", "Dog"]
print([w for w in words if w[0].isupper()], [w.lower() for w in words if len(w) == 3], {w[0].lower(): w for w in words}, [len(w) for w in words].index(5))
try:
    [1 // x for x in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    [x for x in 5]
except TypeError as e:
    print(e)
try:
    {[]: x for x in [1]}
except TypeError as e:
    print(e)
