# SPDX-License-Identifier: MIT
# A long sequence of changes to a dict and a set, checked against lists of pairs after each.

state = 99


def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state // 65536 % n


def key(n):
    return (n, str(n), (n, n), n + 0.5, -n, f"k{n}" * 3)[n % 6]


d, pairs, s, members = {}, [], set(), []
for step in range(90):
    k = key(rnd(30))
    op = rnd(8)
    known = [p[0] for p in pairs]
    if op < 3:
        d[k] = step
        if k in known:
            pairs[known.index(k)] = (k, step)
        else:
            pairs.append((k, step))
    elif op == 3:
        assert d.pop(k, None) == dict(pairs).get(k)
        pairs = [p for p in pairs if p[0] != k]
    elif op == 4:
        assert d.setdefault(k, "new") == dict(pairs).get(k, "new")
        if k not in known:
            pairs.append((k, "new"))
    elif op == 5 and d:
        assert d.popitem() == pairs.pop()
    elif op == 6:
        d.update({k: step, "fixed": step})
        for name in (k, "fixed"):
            names = [p[0] for p in pairs]
            if name in names:
                pairs[names.index(name)] = (name, step)
            else:
                pairs.append((name, step))
    elif op == 7 and rnd(20) == 0:
        d.clear()
        pairs = []
    if rnd(2):
        s.add(k)
        if k not in members:
            members.append(k)
    elif k in members:
        s.remove(k)
        members.remove(k)
    assert list(d.items()) == pairs and len(d) == len(pairs), step
    assert len(s) == len(members) and all(m in s for m in members), step
    assert s == set(members) and d == dict(pairs)
    if step % 15 == 14:
        print(step, len(d), list(d)[:3], len(s), sorted(map(str, s))[:3])
print(list(reversed(d))[:4], sorted(map(str, s - set(d)))[:4], len(s | set(d)), len(s & set(d)), len(s ^ set(d)))
