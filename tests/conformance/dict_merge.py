# SPDX-License-Identifier: MIT
# Merging with |, |=, **, update; which value and which place a key keeps.

a = {"x": 1, "y": 2}
b = {"y": 20, "z": 30}
print(a | b, b | a, a | {}, {} | a, a, b)
c = a.copy()
c |= b
print(c, c is a)
c |= [("w", 5), ("x", "seq")]
print(c)
print({**a, **b}, {**a, "y": 0}, {"y": 0, **a}, {"first": 1, **{}, **a, "last": 2})
try:
    a | [("k", 1)]
except TypeError as e:
    print(e)
try:
    a | None
except TypeError as e:
    print(e)
try:
    {**5}
except TypeError:
    print("TypeError")


def options(**kwargs):
    return kwargs


print(options(**a, **{"q": 1}), options(k=1, **b), dict(a, **b), dict(**a))
try:
    options(**a, **b)
except TypeError as e:
    print("TypeError", "multiple values" in str(e))
try:
    options(**{1: 2})
except TypeError as e:
    print(e)


def deep_merge(left, right):
    out = dict(left)
    for key, value in right.items():
        if isinstance(value, dict) and isinstance(out.get(key), dict):
            out[key] = deep_merge(out[key], value)
        else:
            out[key] = value
    return out


defaults = {"net": {"port": 80, "host": "local"}, "debug": False}
custom = {"net": {"port": 8080}, "name": "app"}
print(deep_merge(defaults, custom), defaults)
layers = [{"a": 1}, {"b": 2}, {"a": 3, "c": 4}]
merged = {}
for layer in layers:
    merged |= layer
print(merged, list(merged))
print({k: v for part in layers for k, v in part.items()}, len(layers))
diff = {k: (a.get(k), b.get(k)) for k in sorted(a.keys() | b.keys()) if a.get(k) != b.get(k)}
print(diff)
