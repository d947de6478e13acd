# SPDX-License-Identifier: MIT
# Classic small computations: life, sieve, knapsack, edit distance, magic squares, collatz.

def life(cells):
    counts = {}
    for r, c in cells:
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if dr or dc:
                    counts[r + dr, c + dc] = counts.get((r + dr, c + dc), 0) + 1
    return {p for p, n in counts.items() if n == 3 or (n == 2 and p in cells)}


cells = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}
for generation in range(4):
    cells = life(cells)
print(sorted(cells))
blinker = {(1, 0), (1, 1), (1, 2)}
print(sorted(life(blinker)), life(life(blinker)) == blinker)


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


print(sieve(60), len(sieve(300)))


def knapsack(items, room):
    best = [(0, ())] * (room + 1)
    for name, size, worth in items:
        for free in range(room, size - 1, -1):
            value = best[free - size][0] + worth
            if value > best[free][0]:
                best[free] = value, best[free - size][1] + (name,)
    return best[room]


print(knapsack([("map", 9, 150), ("water", 5, 200), ("food", 7, 160), ("rope", 3, 90), ("lamp", 4, 70)], 15))


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


print(distance("kitten", "sitting"), distance("", "abc"), distance("same", "same"))


def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    out, i, j = [], len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out))


print(lcs("agcatgc", "gacgta"))


def magic(n):
    square = [[0] * n for _ in range(n)]
    r, c = 0, n // 2
    for k in range(1, n * n + 1):
        square[r][c] = k
        nr, nc = (r - 1) % n, (c + 1) % n
        r, c = ((r + 1) % n, c) if square[nr][nc] else (nr, nc)
    return square


m = magic(5)
print(m[0], {sum(r) for r in m} | {sum(c) for c in zip(*m)} | {sum(m[i][i] for i in range(5))})


def queens(n, cols=()):
    row = len(cols)
    if row == n:
        yield cols
        return
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)):
            yield from queens(n, cols + (c,))


print(list(queens(4)), sum(1 for _ in queens(5)))
