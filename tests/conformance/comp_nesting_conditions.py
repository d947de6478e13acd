# SPDX-License-Identifier: MIT
# Comprehensions of all kinds with several clauses, conditions, unpacking, walrus, conditional expressions.

print([x if x % 2 else -x for x in range(6)], [x for x in range(20) if x % 2 == 0 if x % 3 == 0], [a + b for a, b in [(1, 2), (3, 4)]], [a for a, *_ in ["xy", "z"]])
print([(x, y, z) for x in range(1, 15) for y in range(x, 15) for z in range(y, 15) if x * x + y * y == z * z])
print({k: [v for v in vs if v] for k, vs in {"a": [0, 1], "b": [2]}.items()}, {(x, y) for x in "ab" for y in "ab" if x < y}, {len(w): w for w in ["a", "bb", "c"]})
print([[i * j for j in range(1, 4)] for i in range(1, 4)], [x for row in [[1], [2, 3], []] for x in row], [y for x in range(3) if (y := x * x) > 0])
print([*[i for i in range(2)], *(j for j in "ab")], [[], [[]]], [lambda: 0 for _ in range(2)].__len__(), [x for x in []], {x: y for x, y in zip("ab", [1, 2]) if y > 1})
words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {w: words.count(w) for w in set(words)}
print(sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:3], sorted({w[0] for w in words}), {w: i for i, w in enumerate(words)}["the"])
primes = [n for n in range(2, 60) if all(n % p for p in range(2, int(n ** 0.5) + 1))]
print(primes, sum(primes), [b - a for a, b in zip(primes, primes[1:])])
matrix = [[1, 2], [3, 4], [5, 6]]
print([list(r) for r in zip(*matrix)], [sum(a * b for a, b in zip(r, c)) for r in matrix for c in zip(*matrix)], sum([sum(r) for r in matrix]))


def grid(rows, cols, cell=lambda r, c: r * 10 + c):
    return [[cell(r, c) for c in range(cols)] for r in range(rows)]


print(grid(2, 3), grid(2, 2, lambda r, c: "#" if (r + c) % 2 else "."))
i = "kept"
[i for i in range(3)]
print(i, [i for i in [i]], [k for k in (j for j in [i])])
try:
    [1 // x for x in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    [a for a, b in [(1, 2, 3)]]
except ValueError as e:
    print(e)
nested = {"a": {"x": 1, "y": 2}, "b": {"z": 3}}
print({f"{k}.{kk}": v for k, d in nested.items() for kk, v in d.items()}, [c.upper() if c.isalpha() else int(c) for c in "a1b2"])
text = "abracadabra"
print("".join(sorted({c for c in text}, key=text.index)), [text[i:i + 3] for i in range(0, len(text), 3)], max([text[i:j] for i in range(len(text)) for j in range(i + 1, len(text)) if text[i:j] == text[i:j][::-1]], key=len))
