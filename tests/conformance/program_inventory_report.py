# SPDX-License-Identifier: MIT
# Records read from text, grouped, sorted by several keys, summed, formatted as tables; bad lines reported.

SOURCE = """\
bolt, M4x10, 250, 0.031
bolt, M5x20, 120, 0.05
nut, M4, 400, 0.012
washer, M4, 1000, 0.004
nut, M5, x12, 0.02
bolt, M6x30, 75, 0.0825
spring, 3mm
nut, M6, 60, 0.025

# comment
washer, M6, 500, -0.01
"""


class Item:
    __slots__ = ("kind", "size", "count", "price")

    def __init__(self, kind, size, count, price):
        self.kind, self.size, self.count, self.price = kind, size, int(count), float(price)
        if self.price < 0:
            raise ValueError(f"negative price: {price}")

    @property
    def value(self):
        return self.count * self.price

    def __repr__(self):
        return f"Item({self.kind} {self.size})"


items, problems = [], []
for number, line in enumerate(SOURCE.splitlines(), 1):
    line = line.split("#")[0].strip()
    if not line:
        continue
    try:
        items.append(Item(*(field.strip() for field in line.split(","))))
    except (ValueError, TypeError) as e:
        problems.append((number, type(e).__name__, str(e).split(" (")[0] if "Item" not in str(e) else "fields missing"))
for problem in problems:
    print("line %d: %s: %s" % problem)
groups = {}
for item in items:
    groups.setdefault(item.kind, []).append(item)
print(f"{'kind':<8}|{'size':^9}|{'count':>7}|{'value':>9}")
print("-" * 8 + "+" + "-" * 9 + "+" + "-" * 7 + "+" + "-" * 9)
for kind in sorted(groups, key=lambda k: (-len(groups[k]), k)):
    for item in sorted(groups[kind], key=lambda i: i.value, reverse=True):
        print(f"{item.kind:<8}|{item.size:^9}|{item.count:>7,}|{item.value:>9.3f}")
    print(f"{'':8}|{'sum':^9}|{sum(i.count for i in groups[kind]):>7,}|{sum(i.value for i in groups[kind]):>9.3f}")
print(f"total {sum(i.value for i in items):.2f} in {len(items)} items of {len(groups)} kinds, dearest {max(items, key=lambda i: i.price)!r}")
by_thread = {}
for item in items:
    thread = item.size.split("x")[0]
    by_thread[thread] = by_thread.get(thread, 0) + item.count
print(dict(sorted(by_thread.items(), key=lambda p: (-p[1], p[0]))), [i.size for i in items if "x" in i.size and int(i.size.split("x")[1]) > 15])
low = [i for i in items if i.count < 100]
print(low, any(i.kind == "spring" for i in items), {k: round(sum(i.price for i in v) / len(v), 4) for k, v in groups.items()})
