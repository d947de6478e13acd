# SPDX-License-Identifier: MIT
# Nested lists: aliasing, copies, rotations, spirals, flood fill, game of life, Pascal's triangle, sudoku checks, knapsack.

wrong, right = [[0] * 3] * 2, [[0] * 3 for _ in range(2)]
wrong[0][1] = right[0][1] = 5
print(wrong, right, wrong[0] is wrong[1], right[0] is right[1])
m = [[1, 2, 3], [4, 5, 6]]
turned = [list(r) for r in zip(*m[::-1])]
print(turned, [r[::-1] for r in m], list(map(list, zip(*m))), [x for r in m for x in r], sum(map(sum, m)), [max(c) for c in zip(*m)], m[::-1])
shallow, deep = m[:], [r[:] for r in m]
m[0][0] = 99
m.append([7])
print(shallow, deep, len(m))


def spiral(m):
    out = []
    m = [r[:] for r in m]
    while m:
        out += m.pop(0)
        m = [list(r) for r in zip(*m)][::-1]
    return out


print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), spiral([[1, 2], [3, 4], [5, 6]]), spiral([[1]]), spiral([]))


def fill(grid, r, c, new):
    old = grid[r][c]
    if old == new:
        return 0
    todo, count = [(r, c)], 0
    while todo:
        r, c = todo.pop()
        if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] == old:
            grid[r][c] = new
            count += 1
            todo += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return count


grid = [list(r) for r in ("..#..", ".##..", "#...#", "..#..")]
print(fill(grid, 0, 0, "a"), fill(grid, 0, 4, "b"), fill(grid, 0, 4, "b"), *("".join(r) for r in grid))


def life(cells):
    counts = {}
    for r, c in cells:
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if dr or dc:
                    counts[r + dr, c + dc] = counts.get((r + dr, c + dc), 0) + 1
    return {p for p, n in counts.items() if n == 3 or n == 2 and p in cells}


cells = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}
for _ in range(4):
    cells = life(cells)
print(sorted(cells))
rows = [[1]]
for _ in range(7):
    rows.append([a + b for a, b in zip([0] + rows[-1], rows[-1] + [0])])
print(rows[-1], [sum(r) for r in rows])


def knapsack(items, room):
    best = [(0, ())] * (room + 1)
    for name, weight, value in items:
        for w in range(room, weight - 1, -1):
            candidate = best[w - weight][0] + value, best[w - weight][1] + (name,)
            best[w] = max(best[w], candidate, key=lambda p: p[0])
    return best[room]


print(knapsack([("a", 3, 4), ("b", 4, 5), ("c", 7, 10), ("d", 2, 3)], 9), knapsack([], 5))


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
    for c in range(n):
        if all(c != p and abs(c - p) != len(placed) - r for r, p in enumerate(placed)):
            yield from queens(n, placed + (c,))


print([sum(1 for _ in queens(n)) for n in range(1, 7)], next(queens(6)))


def determinant(m):
    if not m:
        return 1
    return sum((-1) ** i * x * determinant([r[:i] + r[i + 1:] for r in m[1:]]) for i, x in enumerate(m[0]))


print(determinant([[2, 1], [1, 3]]), determinant([[1, 2, 3], [4, 5, 6], [7, 8, 10]]), determinant([[0] * 3] * 3))
triangle = [[5], [9, 6], [4, 6, 8], [0, 7, 1, 5]]
for r in range(len(triangle) - 2, -1, -1):
    for c in range(r + 1):
        triangle[r][c] += max(triangle[r + 1][c:c + 2])
print(triangle[0], triangle[1])
