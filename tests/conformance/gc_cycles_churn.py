# SPDX-License-Identifier: MIT
# Cyclic structures, long-lived structures under churn, identity and hashes across collections.

import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def ring(n):
    nodes = [Node(i) for i in range(n)]
    for i, node in enumerate(nodes):
        node.links.append(nodes[(i + 1) % n])
        node.links.append(node)
    return nodes[0]


def walk(node, steps):
    names = []
    for _ in range(steps):
        names.append(node.name)
        node = node.links[0]
    return names


kept = ring(4)
for _ in range(8):
    ring(5)
gc.collect()
print(walk(kept, 6), kept.links[1] is kept)
lst = []
lst.append(lst)
d = {"self": None}
d["self"] = d
t = ([],)
t[0].append(t)
f = lambda: f
gc.collect()
print(lst[0] is lst, d["self"] is d, t[0][0] is t, f() is f)
objects = [object() for _ in range(6)]
hashes = [hash(o) for o in objects]
ids = [id(o) for o in objects]
by_identity = {o: i for i, o in enumerate(objects)}
for _ in range(3):
    junk = [[j] for j in range(30)]
    gc.collect()
print([hash(o) for o in objects] == hashes, [id(o) for o in objects] == ids, [by_identity[o] for o in objects])
text = ""
parts = []
for i in range(40):
    text += str(i % 10)
    parts.append(text[-3:])
print(text, parts[-1], len(set(parts)))
history = []
for i in range(60):
    history.append([i])
    if len(history) > 5:
        history.pop(0)
print(history)
big = 1
for i in range(30):
    big = big * 7 + i
print(big, big % 1000007)
cache = {}
for i in range(80):
    cache[i % 7] = ("entry", i, [i] * 3)
    if i % 20 == 19:
        cache.clear()
        cache["seed"] = i
print(cache)
queue = list(range(5))
for _ in range(30):
    queue.append(queue.pop(0) * 3 % 101)
print(queue)
stack = []
for c in "{[()]}" * 3:
    if c in "{[(":
        stack.append((c, list(stack)))
    else:
        stack.pop()
print(stack)
tree = None
for i in range(20):
    tree = (tree, i, tree) if i % 4 == 0 else (tree, i, None)
depth = 0
while tree is not None:
    depth += 1
    tree = tree[0]
print(depth)
