# SPDX-License-Identifier: MIT
# Dicts: displays, lookup, store, delete, membership, order, text, equality.

d = {"a": 1, "b": [2], 3: "three", (1, 2): None, 2.5: "f", None: "n", True: "t", b"k": 0}
print(d, len(d), d["a"], d[3], d[(1, 2)], d[2.5], d[None], d[True], d[1], d[b"k"])
print({}, dict(), dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict({"c": 3}), dict([(1, 2)], z=5), dict(zip("ab", (1, 2))))
d["new"] = 9
d["a"] = "replaced"
del d[3]
print(list(d), list(d.values()), "a" in d, 3 in d, 3 not in d, 1.0 in d)
d[3] = "again"
print(list(d)[-1], list(d)[0])
for missing in ("zz", 99, (1,)):
    try:
        d[missing]
    except KeyError as e:
        print("KeyError", e, e.args)
    try:
        del d[missing]
    except KeyError as e:
        print("KeyError", e)
for unhashable in ([], {}, set()):
    try:
        d[unhashable] = 1
    except TypeError as e:
        print(e)
try:
    {[]: 1}
except TypeError as e:
    print(e)
print({"a": 1} == {"a": 1}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2}, {1: "x"} == {1.0: "x"}, {} == [])
try:
    {} < {}
except TypeError as e:
    print(e)
print({1: "int", 1.0: "float", True: "bool"}, {"k": 1, "k": 2}, {0: "a", False: "b"})
print(bool({}), bool({0: 0}), max({"a": 3, "c": 1}), sorted({"b": 1, "a": 2}), sum({1: "x", 2: "y"}), list({}), len({}))
nested = {"x": {"y": {"z": 1}}}
nested["x"]["y"]["w"] = [1]
nested["x"]["y"]["w"].append(2)
print(nested, nested["x"]["y"]["w"][1])
big = {}
for i in range(60):
    big[i * 7 % 61] = i
for i in range(0, 60, 3):
    del big[i * 7 % 61]
print(len(big), list(big)[:8], big[7], sum(big), sum(big.values()))
alias = d
alias["via"] = "alias"
print(d["via"], alias is d)
counts = {}
for c in "abracadabra":
    counts[c] = counts.get(c, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
