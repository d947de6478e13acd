# SPDX-License-Identifier: MIT
# A long sequence of changes to a list, checked against a linked model after each.


class Model:
    def __init__(self):
        self.head = None

    def to_list(self):
        out, node = [], self.head
        while node:
            out.append(node[0])
            node = node[1]
        return out

    def from_list(self, items):
        self.head = None
        for x in reversed(items):
            self.head = (x, self.head)


state = 12345


def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state // 65536 % n


items, model = [], Model()
checks = 0
for step in range(240):
    plain = model.to_list()
    op = rnd(10)
    if op < 3:
        items.append(step)
        plain = plain + [step]
    elif op == 3:
        at = rnd(len(items) + 3) - 1
        items.insert(at, -step)
        at = max(0, at + len(plain)) if at < 0 else min(at, len(plain))
        plain = plain[:at] + [-step] + plain[at:]
    elif op == 4 and items:
        at = rnd(len(items))
        assert items.pop(at) == plain[at]
        plain = plain[:at] + plain[at + 1:]
    elif op == 5 and items:
        value = items[rnd(len(items))]
        items.remove(value)
        at = plain.index(value)
        plain = plain[:at] + plain[at + 1:]
    elif op == 6:
        items.reverse()
        plain = plain[::-1]
    elif op == 7:
        a, b = sorted((rnd(len(items) + 1), rnd(len(items) + 1)))
        b = min(b, a + 4)
        items[a:b] = range(rnd(4))
        plain = plain[:a] + list(range(len(items) - len(plain) + b - a)) + plain[b:]
    elif op == 8 and len(items) > 60:
        del items[::3]
        plain = [x for i, x in enumerate(plain) if i % 3]
    else:
        items.extend(items[:2])
        plain = plain + plain[:2]
    model.from_list(plain)
    assert items == plain, step
    checks += 1
    if step % 40 == 39:
        print(step, len(items), sum(items), sorted(items)[:3], items.count(0), max(items))
print(checks, items[:8])
