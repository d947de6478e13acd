# SPDX-License-Identifier: MIT
# The order of a dict through insertion, replacement, deletion, popitem, update, merging and copying.

d = {}
for i, c in enumerate("performance"):
    d[c] = i
print(d)
del d["f"]
d["f"] = "again"
print(list(d), list(reversed(d)), d.popitem(), list(d.items())[-1])
d.update(z=1, p="new", y=2)
print(d)
d |= {"z": 9, "w": 3}
e = d | {"p": 0, "first": 1}
print(list(e), list(d))
print(list({"b": 1, "a": 2, **{"c": 3, "b": 4}}.items()))
copy = d.copy()
for key in list(copy):
    if key in "aeiou":
        del copy[key]
print(copy, len(copy))
while len(copy) > 2:
    print(copy.popitem(), end=" ")
print(copy)
big = {i: str(i) for i in range(50)}
for i in range(0, 50, 3):
    del big[i]
for i in range(0, 12, 2):
    big[i] = -i
print(list(big)[:12], list(big)[-8:], len(big))
big.clear()
big[1] = 1
print(big, {1: "a", True: "b", 1.0: "c"}, {"x": 1, "x": 2}, list(dict(zip("ab", (1, 2)), c=3)))
for key in big:
    big[key] += 1
print(big)
try:
    for key in big:
        big[key + 1] = 0
except RuntimeError as e:
    print(e)
try:
    for key in list(d)[:1]:
        pass
    for key in d:
        del d[key]
except RuntimeError as e:
    print(e)
merged = dict(e1=1, e2=2)
print(next(iter(merged)), next(reversed(merged)), next(iter(merged.values())), next(reversed(merged.items())))
