# SPDX-License-Identifier: MIT
# Nested lists: text, deep comparison, copying, flattening, transposing.

grid = [[r * 3 + c for c in range(3)] for r in range(3)]
print(grid, grid[1][2], [row[0] for row in grid], [grid[i][i] for i in range(3)])
grid[0][0], grid[2][2] = grid[2][2], grid[0][0]
print(grid)
transposed = [list(col) for col in zip(*grid)]
print(transposed, [sum(row) for row in grid], sum(sum(row) for row in grid))
shallow = list(grid)
deep = [row[:] for row in grid]
grid[1][1] = "X"
print(shallow[1], deep[1], shallow == grid, deep == grid)


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def depth(items):
    return 1 + max((depth(i) for i in items), default=0) if isinstance(items, list) else 0


nested = [1, [2, [3, [4, []]], 5], [[6]]]
print(list(flatten(nested)), depth(nested), depth([]), depth(1))
print([1, [2, 3]] < [1, [2, 4]], [1, [2]] == [1, [2]], [[], []] == [[], []], [[1], 2] != [[1], 3])
print(str(nested), repr([["a"], ("b", ["c"])]), [{}, {"k": [1]}], [(), [()]])
loop = []
loop.append([loop])
print(loop)
t = ([],)
t[0].append(t)
print(t)
d = {}
d["self"] = [d]
print(d)


def rotate(m):
    return [list(row) for row in zip(*m[::-1])]


m = [[1, 2], [3, 4], [5, 6]]
print(rotate(m), rotate(rotate(m)), rotate(rotate(rotate(rotate(m)))) == m)
triangle = [[1]]
for _ in range(5):
    last = triangle[-1]
    triangle.append([1] + [a + b for a, b in zip(last, last[1:])] + [1])
print(triangle)
cells = [[c == "#" for c in line] for line in ("#..", ".#.", "..#")]
print(["".join("#" if c else "." for c in row) for row in cells])
