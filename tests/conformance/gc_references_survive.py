# SPDX-License-Identifier: MIT
# Objects that live through many allocations: in containers, closures, generators, frames, exceptions, iterators.

import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


def churn(n=120):
    return len([[i] * 3 for i in range(n)]) + len("".join(str(i) for i in range(n)))


def keep(value):
    def inner():
        churn()
        return value
    return inner


def gen(values):
    for v in values:
        churn()
        yield v


def deep(n, value):
    local = [n, value]
    if n == 0:
        churn()
        gc.collect()
        return [local]
    return deep(n - 1, value) + [local]


a, b = Node("a"), Node("b")
a.links.append(b)
b.links.append(a)
f, g = keep([1, 2]), gen(["x", ("y",), {"z": 1}])
it = iter({"k": [i] for i in range(1)}.items())
held = [keep(str(i) * 3) for i in range(8)]
try:
    raise ValueError([1], {"d": 2})
except ValueError as e:
    error = e
for _ in range(3):
    churn()
    gc.collect()
print(a.links[0].links[0] is a, f(), next(g), next(g), error.args, [h() for h in held][-2:])
print(list(g), next(it), [x for x, _ in deep(6, "v")], {i: churn(5) for i in range(3)})
ids = {id(a): "a", id(b): "b"}
gc.collect()
print(ids[id(a)], ids[id(b)], id(a) == id(a.links[0].links[0]), {a: 1}[a], hash(a) == hash(a))
big = bytearray(2000)
big[::100] = bytes(range(20))
text = "é" * 300
gc.collect()
print(sum(big), len(text), text[150], memoryview(big)[100:101].tobytes(), gc.isenabled())
gc.disable()
print(gc.isenabled(), churn(10))
gc.enable()
queue = []
for i in range(300):
    queue.append(Node(i))
    if len(queue) > 5:
        queue.pop(0)
print([n.name for n in queue], sorted((n.name for n in queue), reverse=True)[0])
nested = None
for i in range(200):
    nested = (nested, i)
depth = 0
while nested:
    nested, last = nested
    depth += 1
print(depth, last)
view = memoryview(bytearray(b"moved"))
churn()
gc.collect()
print(bytes(view), view[0], "".join(map(chr, view)))
