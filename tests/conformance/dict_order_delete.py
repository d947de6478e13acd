# SPDX-License-Identifier: MIT
# Insertion order under insertion, deletion, re-insertion and growth.

d = {}
for k in "fedcba":
    d[k] = ord(k)
print(list(d))
d["c"] = "kept place"
print(list(d), d["c"])
del d["e"]
d["e"] = "moved last"
print(list(d))
d.pop("f")
d.setdefault("z", 0)
d.setdefault("b", 0)
print(d)
print(next(iter(d)), next(reversed(d)), d.popitem(), list(d))

table = {}
log = []
state = 1
for step in range(120):
    state = state * 75 % 65537
    key = state % 23
    if state & 64:
        table[key] = step
    elif key in table:
        log.append(table.pop(key))
print(table)
print(log)
print(len(table), list(table) == list(table.keys()), [table[k] for k in table] == list(table.values()))

half = {i: str(i) for i in range(32)}
for i in range(32):
    if i % 4:
        del half[i]
print(half)
for i in range(5):
    half[f"s{i}"] = i
print(half, len(half))
half.clear()
half["only"] = 1
print(half)

lru = {}


def touch(key):
    value = lru.pop(key, 0) + 1
    lru[key] = value
    if len(lru) > 3:
        del lru[next(iter(lru))]


for key in "abcadbeeafa":
    touch(key)
print(lru)
keys = [10 ** 20, -1, "x", (1, 2), 1.5, None, frozenset({1}), b"b", range(3), True]
mixed = {k: i for i, k in enumerate(keys)}
print([mixed[k] for k in keys], list(mixed) == keys, mixed[range(0, 3)], mixed[(1, 2)], mixed[1])
