# SPDX-License-Identifier: MIT
# Every dict method.

d = {"a": 1, "b": 2, "c": 3}
print(d.get("a"), d.get("z"), d.get("z", 0), d.get("a", 0))
print(d.setdefault("a", 9), d.setdefault("d", 4), d.setdefault("e"), d)
print(d.pop("a"), d.pop("zz", "default"), d.pop("zz", None), d)
print(d.popitem(), d.popitem(), d)
print(d.update({"b": 20, "x": 30}), d.update([("y", 40)], z=50), d.update(w=1), d.update(), d)
c = d.copy()
c["b"] = "copy"
print(d["b"], c["b"], c == d, list(c) == list(d))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys((), 1))
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared)
print(d.clear(), d)
for name, args in (("pop", ("k",)), ("popitem", ())):
    try:
        getattr(d, name)(*args)
    except KeyError as e:
        print(name, e)
try:
    d.update(5)
except TypeError as e:
    print(e)
try:
    d.update([(1, 2, 3)])
except ValueError as e:
    print(e)
try:
    d.get()
except TypeError as e:
    print("TypeError")
try:
    d.nope
except AttributeError as e:
    print(e)
try:
    dict([1])
except TypeError as e:
    print(e)
groups = {}
for word in "apple avocado banana blueberry cherry apricot".split():
    groups.setdefault(word[0], []).append(word)
print(groups)
print({"a": 1}.__contains__("a"), {"a": 1}.__getitem__("a"), {"a": 1}.__len__(), dict.get({"q": 1}, "q"))
inverse = {v: k for k, v in {"x": 1, "y": 2}.items()}
print(inverse, {**inverse, 3: "z"}, dict(inverse, extra=True))
d = {i: i * i for i in range(6)}
while d:
    key, value = d.popitem()
    print(key, value, end=";")
print()


class KeysOnly:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(dict(KeysOnly()), {**KeysOnly()}, dict(iter([["k", "v"]])), dict(("ab", "cd")))
