# SPDX-License-Identifier: MIT
# keys, values and items: live views, set operations, iteration, reversal.

d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), len(values), len(items))
d["d"] = 4
del d["a"]
print(keys, values, items, list(keys), list(values), list(items))
print("b" in keys, "a" in keys, 2 in values, 9 in values, ("b", 2) in items, ("b", 3) in items, "b" in items)
print(sorted(keys & {"b", "x"}), sorted(keys | {"x"}), sorted(keys - {"b"}), sorted(keys ^ {"b", "x"}))
print(keys == {"b", "c", "d"}, keys == d.keys(), items == {("b", 2), ("c", 3), ("d", 4)}, keys.isdisjoint(["x"]))
print(sorted({"x": 1, "b": 2}.items() & items), keys <= {"b", "c", "d", "e"}, keys >= {"b"}, keys < keys)
print([k for k in d], [k + str(v) for k, v in d.items()], sum(d.values()), max(d, key=d.get), min(d.values()))
print(list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())), dict(reversed(d.items())))
print(sorted(d.items(), key=lambda kv: -kv[1]), dict(sorted(d.items(), reverse=True)), list(zip(d, d.values())))
print(list(map(str.upper, keys)), [*keys], {*keys} == set(d), (*values,), tuple(items))
it = iter(d)
print(next(it), next(it), next(it), next(it, "done"))
for change in ("add", "delete"):
    d = {1: 1, 2: 2, 3: 3}
    try:
        for k in d:
            if change == "add":
                d[k + 10] = 0
            else:
                del d[k]
    except RuntimeError as e:
        print(change, e)
d = {1: 1, 2: 2, 3: 3}
for k in list(d):
    if k % 2:
        del d[k]
print(d)
for k in d:
    d[k] = d[k] * 10
print(d)
for i, (k, v) in enumerate({"x": (1, 2)}.items()):
    print(i, k, v)
try:
    keys[0]
except TypeError as e:
    print(e)
print({}.keys(), {}.values(), {}.items(), bool({}.keys()), len({1: 2}.items()), list({}.items()))
