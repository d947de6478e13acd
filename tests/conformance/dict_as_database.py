# SPDX-License-Identifier: MIT
# Dicts and sets as tables: joins, groups, indexes, inversions, nested updates, counting, set algebra on keys.

people = {1: {"name": "Ann", "town": "Oslo", "age": 31}, 2: {"name": "Bob", "town": "Rome", "age": 25}, 3: {"name": "Cid", "town": "Oslo", "age": 40}, 4: {"name": "Dee", "town": "Bonn", "age": 25}}
orders = [(1, "pen", 3), (2, "ink", 1), (1, "ink", 2), (5, "map", 1), (3, "pen", 10)]
towns = {}
for key, row in people.items():
    towns.setdefault(row["town"], []).append(row["name"])
print(towns, sorted(towns, key=lambda t: (-len(towns[t]), t)))
totals = {}
for who, what, n in orders:
    totals[who, what] = totals.get((who, what), 0) + n
    totals.setdefault(who, {}).setdefault(what, []).append(n) if isinstance(totals.get(who, {}), dict) else None
print({k: v for k, v in totals.items() if isinstance(k, tuple)}, {k: v for k, v in totals.items() if isinstance(k, int)})
joined = [(people[w]["name"], what, n) for w, what, n in orders if w in people]
print(joined, [o for o in orders if o[0] not in people], sorted({w for w, *_ in orders} - people.keys()), sorted(people.keys() - {w for w, *_ in orders}))
by_age = {}
for key in people:
    by_age.setdefault(people[key]["age"], set()).add(key)
print({age: sorted(keys) for age, keys in sorted(by_age.items())}, {v["name"]: k for k, v in people.items()}["Cid"])
inverted = {v: k for k, v in {"a": 1, "b": 2, "c": 1}.items()}
print(inverted, dict(map(reversed, {"x": 10, "y": 20}.items())), dict(sorted({"b": 1, "a": 2}.items())), max(people, key=lambda k: people[k]["age"]))


def merge(a, b):
    out = dict(a)
    for k, v in b.items():
        out[k] = merge(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out


config = merge({"net": {"port": 80, "host": "x"}, "debug": False}, {"net": {"port": 8080}, "log": {"level": 3}})
print(config, merge({}, {"a": {}}), merge({"a": 1}, {"a": {"b": 2}}))


def flatten(d, prefix=""):
    for k, v in d.items():
        if isinstance(v, dict):
            yield from flatten(v, prefix + k + ".")
        else:
            yield prefix + k, v


print(dict(flatten(config)), list(flatten({})))
rows = [{"id": i, "kind": "even" if i % 2 == 0 else "odd", "sq": i * i} for i in range(7)]
groups = {}
for row in rows:
    g = groups.setdefault(row["kind"], {"count": 0, "sum": 0, "ids": []})
    g["count"] += 1
    g["sum"] += row["sq"]
    g["ids"].append(row["id"])
print(groups, {k: g["sum"] / g["count"] for k, g in groups.items()})
columns = {k: [r[k] for r in rows] for k in rows[0]}
print(columns, [dict(zip(columns, values)) for values in zip(*columns.values())] == rows, [r for r in rows if r.items() >= {"kind": "odd"}.items()][0])
cache = {}


def lookup(k):
    if k in cache:
        cache[k] = cache.pop(k)
    else:
        cache[k] = f"value {k}"
        if len(cache) > 3:
            del cache[next(iter(cache))]
    return cache[k]


for k in "abcadbea":
    lookup(k)
print(cache, list(cache)[0])
graph = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}
best, todo = {"a": 0}, {"a"}
while todo:
    n = min(todo, key=lambda x: (best[x], x))
    todo.remove(n)
    for m, w in graph[n].items():
        if best[n] + w < best.get(m, 99):
            best[m] = best[n] + w
            todo.add(m)
print(best, {m: sorted(k for k in graph if m in graph[k]) for m in graph})
