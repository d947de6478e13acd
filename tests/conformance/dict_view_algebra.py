# SPDX-License-Identifier: MIT
# Views of dicts as sets, their comparisons, their repr, and views of a dict that changes.

a = {"x": 1, "y": 2, "z": 3}
b = {"y": 2, "z": 30, "w": 4}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()), sorted(a.keys() ^ b.keys()))
print(sorted(a.items() & b.items()), sorted(a.items() - b.items()), sorted(a.items() ^ b.items())[:2])
print(sorted(a.keys() & ["x", "q"]), sorted(a.keys() | {"q"}), sorted(a.keys() - "x"), sorted({"x", "q"} & a.keys()))
print(a.keys() == {"x", "y", "z"}, a.keys() == b.keys(), a.keys() < {"x", "y", "z", "w"}, a.keys() >= {"x"}, a.keys() <= b.keys())
print(a.items() == dict(a).items(), a.values() == a.values(), a.keys().isdisjoint("abc"), a.keys().isdisjoint(["x"]))
print(a.keys(), a.values(), a.items(), len(a.keys()), list(a.values()))
print("x" in a.keys(), 2 in a.values(), ("x", 1) in a.items(), ("x", 2) in a.items(), "x" in a.items(), 9 in a.values())
keys, values, items = a.keys(), a.values(), a.items()
a["new"] = 5
del a["x"]
print(list(keys), list(values), list(items), list(reversed(keys)), list(reversed(values)), list(reversed(items)))
for view in (keys, items):
    try:
        hash(view)
        print("hashable")
    except TypeError as e:
        print(e)
    try:
        view[0]
    except TypeError as e:
        print(e)
print(type(keys).__name__, type(values).__name__, type(items).__name__, sum(values), max(keys), dict(items) == a)
print({}.keys(), {}.values(), {}.items(), {1: {}.keys()}, bool({}.keys()), bool(a.keys()))
