# SPDX-License-Identifier: MIT
# Graph searches: breadth first, depth first, topological order, shortest paths, components.

GRAPH = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"c": 10, "d": 15}, "c": {"d": 11, "f": 2}, "d": {"e": 6}, "e": {}, "f": {"e": 9}}


def bfs(graph, start, goal):
    queue, came = [start], {start: None}
    while queue:
        node = queue.pop(0)
        if node == goal:
            path = []
            while node is not None:
                path.append(node)
                node = came[node]
            return path[::-1]
        for peer in graph[node]:
            if peer not in came:
                came[peer] = node
                queue.append(peer)
    return None


def dfs(graph, node, seen=None):
    seen = set() if seen is None else seen
    seen.add(node)
    yield node
    for peer in graph[node]:
        if peer not in seen:
            yield from dfs(graph, peer, seen)


class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        i = len(items) - 1
        while i and items[(i - 1) // 2] > items[i]:
            items[i], items[(i - 1) // 2] = items[(i - 1) // 2], items[i]
            i = (i - 1) // 2

    def pop(self):
        items = self.items
        top, last = items[0], items.pop()
        if items:
            items[0] = last
            i = 0
            while (child := 2 * i + 1) < len(items):
                if child + 1 < len(items) and items[child + 1] < items[child]:
                    child += 1
                if items[i] <= items[child]:
                    break
                items[i], items[child] = items[child], items[i]
                i = child
        return top

    def __bool__(self):
        return bool(self.items)


def dijkstra(graph, start):
    best, heap = {}, Heap()
    heap.push((0, start))
    while heap:
        cost, node = heap.pop()
        if node in best:
            continue
        best[node] = cost
        for peer, weight in graph[node].items():
            if peer not in best:
                heap.push((cost + weight, peer))
    return best


def topological(graph):
    order, state = [], {}

    def visit(node):
        if state.get(node) == "open":
            raise ValueError(f"cycle at {node}")
        if node not in state:
            state[node] = "open"
            for peer in sorted(graph.get(node, ())):
                visit(peer)
            state[node] = "done"
            order.append(node)
    for node in sorted(graph):
        visit(node)
    return order[::-1]


print(bfs(GRAPH, "a", "e"), bfs(GRAPH, "e", "a"), list(dfs(GRAPH, "a")), dijkstra(GRAPH, "a"), topological(GRAPH))
try:
    topological({"x": ["y"], "y": ["z"], "z": ["x"]})
except ValueError as e:
    print(e)
maze = ["S.#....", "..#.##.", "....#..", "##.##.#", "......E"]


def solve(maze):
    cells = {(r, c): ch for r, row in enumerate(maze) for c, ch in enumerate(row) if ch != "#"}
    start, goal = (next(p for p, ch in cells.items() if ch == want) for want in "SE")
    graph = {(r, c): [p for p in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)) if p in cells] for r, c in cells}
    return bfs(graph, start, goal)


path = solve(maze)
print(len(path), path[:3], path[-1])
for r, row in enumerate(maze):
    print("".join("*" if (r, c) in path and ch == "." else ch for c, ch in enumerate(row)))
heap = Heap()
for n in (5, 3, 8, 1, 9, 2):
    heap.push(n)
print([heap.pop() for _ in range(6)])
parent = {n: n for n in range(8)}


def root(n):
    while parent[n] != n:
        parent[n] = n = parent[parent[n]]
    return n


for a, b in ((0, 1), (2, 3), (1, 3), (5, 6)):
    parent[root(a)] = root(b)
print(len({root(n) for n in parent}), root(0) == root(2), root(4) == root(5))
