# SPDX-License-Identifier: MIT
# Search trees, tries, disjoint sets, priority queues and interval merging in plain Python.


class Tree:
    def __init__(self):
        self.root = None

    def add(self, key, value):
        if self.root is None:
            self.root = [key, value, None, None]
            return
        node = self.root
        while True:
            if key == node[0]:
                node[1] = value
                return
            side = 2 + (key > node[0])
            if node[side] is None:
                node[side] = [key, value, None, None]
                return
            node = node[side]

    def __iter__(self):
        def walk(node):
            if node:
                yield from walk(node[2])
                yield node[0], node[1]
                yield from walk(node[3])
        return walk(self.root)

    def depth(self):
        def deep(node):
            return 1 + max(deep(node[2]), deep(node[3])) if node else 0
        return deep(self.root)


t = Tree()
for i, w in enumerate("the quick brown fox jumps over the lazy dog".split()):
    t.add(w, i)
print(list(t), t.depth())


class Trie(dict):
    def insert(self, word):
        node = self
        for c in word:
            node = node.setdefault(c, Trie())
        node[""] = word

    def matches(self, prefix):
        node = self
        for c in prefix:
            if c not in node:
                return []
            node = node[c]
        todo, out = [node], []
        while todo:
            for k, v in sorted(todo.pop().items(), reverse=True):
                out.append(v) if k == "" else todo.append(v)
        return sorted(out)


trie = Trie()
for w in "car cart care cat dog do".split():
    trie.insert(w)
print(trie.matches("car"), trie.matches("d"), trie.matches("x"), trie.matches(""))


class Sets:
    def __init__(self):
        self.parent = {}

    def find(self, x):
        self.parent.setdefault(x, x)
        while self.parent[x] != x:
            self.parent[x] = x = self.parent[self.parent[x]]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[max(a, b)] = min(a, b)
        return a != b


s = Sets()
edges = [(7, "a", "d"), (5, "a", "b"), (9, "b", "d"), (8, "b", "c"), (7, "b", "e"), (5, "c", "e"), (15, "d", "e"), (6, "d", "f"), (8, "e", "f")]
print([(a, b) for w, a, b in sorted(edges) if s.union(a, b)], len({s.find(x) for x in "abcdef"}))


def merge(intervals):
    out = []
    for low, high in sorted(intervals):
        if out and low <= out[-1][1]:
            out[-1][1] = max(out[-1][1], high)
        else:
            out.append([low, high])
    return out


print(merge([(8, 10), (1, 3), (2, 6), (15, 18), (17, 20), (6, 6)]), merge([]), merge([(1, 5), (2, 3)]))


def bisect(items, x, low=0, high=None):
    high = len(items) if high is None else high
    while low < high:
        mid = (low + high) // 2
        low, high = (mid + 1, high) if items[mid] < x else (low, mid)
    return low


items = [1, 3, 3, 5, 8]
print([bisect(items, x) for x in range(10)], [bisect([], 1), bisect(["a", "c"], "b")])


def select(items, k):
    pivot, *rest = items
    low = [x for x in rest if x < pivot]
    return pivot if len(low) == k else select(low, k) if k < len(low) else select([x for x in rest if x >= pivot], k - len(low) - 1)


data = [(i * 37 + 11) % 50 for i in range(25)]
print([select(data, k) for k in (0, 5, 12, 24)], sorted(data)[12], data.index(max(data)))
for name, f in (("tree", lambda: list(Tree())), ("select", lambda: select([], 0)), ("find", lambda: Sets().find([]))):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__)
print(len(data), sum(data))
