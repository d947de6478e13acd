# SPDX-License-Identifier: MIT
# Sorting records by several keys and directions, grouping, ranking, topological order, merging by hand.

people = [("Ann", 31, 5.5), ("Bob", 25, 7.25), ("Cid", 31, 4.0), ("Dee", 19, 7.25), ("Eve", 25, 5.5), ("Fay", 40, 1.0)]
print([p[0] for p in sorted(people, key=lambda p: (p[1], -p[2]))], [p[0] for p in sorted(people, key=lambda p: (-p[2], p[0]))], [p[0] for p in sorted(people, key=lambda p: p[1], reverse=True)])
by_two = sorted(people, key=lambda p: p[0], reverse=True)
by_two.sort(key=lambda p: p[1])
print([p[0] for p in by_two], sorted(people)[0][0], max(people, key=lambda p: p[2])[0], min(people, key=lambda p: (p[2], p[0]))[0])
ranks, last, rank = {}, None, 0
for i, p in enumerate(sorted(people, key=lambda p: -p[2]), 1):
    if p[2] != last:
        rank, last = i, p[2]
    ranks[p[0]] = rank
print(ranks)
groups = {}
for name, age, _ in people:
    groups.setdefault(age // 10 * 10, []).append(name)
print({k: groups[k] for k in sorted(groups)}, sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])))


def topological(graph):
    out, done = [], set()

    def visit(n, path=()):
        if n in path:
            raise ValueError("cycle: " + " -> ".join(path[path.index(n):] + (n,)))
        if n not in done:
            for m in sorted(graph.get(n, ())):
                visit(m, path + (n,))
            done.add(n)
            out.append(n)
    for n in sorted(graph):
        visit(n)
    return out


print(topological({"app": ["ui", "db"], "ui": ["core"], "db": ["core"], "core": []}))
try:
    topological({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as e:
    print(e)


def merge_sort(items, less=lambda a, b: a < b):
    if len(items) < 2:
        return items[:]
    mid = len(items) // 2
    left, right, out = merge_sort(items[:mid], less), merge_sort(items[mid:], less), []
    while left and right:
        out.append((right if less(right[0], left[0]) else left).pop(0))
    return out + left + right


def quick(items):
    if not items:
        return []
    head, *rest = items
    return quick([x for x in rest if x < head]) + [head] + quick([x for x in rest if x >= head])


def insertion(items):
    out = []
    for x in items:
        i = len(out)
        while i and out[i - 1] > x:
            i -= 1
        out.insert(i, x)
    return out


def heap_sort(items):
    items = items[:]

    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and items[c + 1] > items[c]:
                c += 1
            if items[i] >= items[c]:
                break
            items[i], items[c] = items[c], items[i]
            i = c
    for i in range(len(items) // 2, -1, -1):
        sift(i, len(items))
    for n in range(len(items) - 1, 0, -1):
        items[0], items[n] = items[n], items[0]
        sift(0, n)
    return items


for size in (0, 1, 2, 7, 30):
    data = [(i * 7919 + 13) % 31 for i in range(size)]
    assert merge_sort(data) == quick(data) == insertion(data) == heap_sort(data) == sorted(data)
    print(size, sorted(data)[:6], merge_sort(data, lambda a, b: a > b) == sorted(data, reverse=True))
natural = ["f10", "f2", "f1", "g3", "f21"]
print(sorted(natural), sorted(natural, key=lambda s: (s[0], int(s[1:]))), sorted("bA aB".split(), key=str.swapcase), sorted([True, 2, 0.5, False]), sorted([[3], [1, 2], []], key=len))
