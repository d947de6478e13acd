# SPDX-License-Identifier: MIT
# Long pseudo-random sequences of operations on lists, sets, dicts and ranges.

state = 12345
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % n
def val():
    k = rnd(9)
    if k == 0: return rnd(5)
    if k == 1: return float(rnd(5))
    if k == 2: return "s%d" % rnd(5)
    if k == 3: return (rnd(3), "t")
    if k == 4: return None
    if k == 5: return rnd(2) == 1
    if k == 6: return 10 ** 12 + rnd(3)
    if k == 7: return b"b%d" % rnd(3)
    return frozenset((rnd(3),))
def bound():
    k = rnd(14)
    return None if k == 0 else k - 7
def sl():
    st = bound()
    while st == 0: st = bound()
    return slice(bound(), bound(), st)
l = []
for i in range(600):
    k = rnd(14)
    try:
        if k < 3: l.append(val())
        elif k == 3: l.insert(rnd(20) - 10, val())
        elif k == 4: print(l.pop(rnd(12) - 6))
        elif k == 5: l[sl()] = [val() for _ in range(rnd(4))]
        elif k == 6: del l[sl()]
        elif k == 7: l.remove(val())
        elif k == 8: print(l.index(val(), rnd(6) - 3))
        elif k == 9: print(l.count(val()), val() in l)
        elif k == 10: l += tuple(l[sl()])[:5]
        elif k == 11: l = l[:15] * rnd(3)
        elif k == 12: l.reverse()
        else: print(l[rnd(16) - 8])
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
    if i % 20 == 0: print(len(l), l, l[sl()])
def key(x): return (type(x).__name__, repr(x))
a, b = set(), {1, "s1"}
for i in range(500):
    k = rnd(14)
    v = val()
    try:
        if k < 4: a.add(v)
        elif k == 4: b.add(v)
        elif k == 5: a.discard(v)
        elif k == 6: a.remove(v)
        elif k == 7: a = a | b
        elif k == 8: a &= b | {v, val(), val()}
        elif k == 9: b ^= a
        elif k == 10: a = a - b
        elif k == 11: print(a <= b, a < b, a >= b, a == b, a != b, a.isdisjoint(b), a.issubset(list(b)), len(a.union(b, [v])))
        elif k == 12: b = set(sorted(b, key=key)[:3])
        else: print(v in a, v in b, hash(frozenset(a)) == hash(frozenset(list(a))))
    except KeyError as e: print("KeyError", e)
    if i % 25 == 0: print(len(a), sorted(map(key, a)), len(b), sorted(map(key, b)))
d = {}
for i in range(1500):
    k = rnd(12)
    v = val()
    try:
        if k < 5: d[v] = i
        elif k == 5: del d[v]
        elif k == 6: print(d.get(v, "none"))
        elif k == 7: print(d.pop(v))
        elif k == 8 and rnd(3) == 0: print(d.popitem())
        elif k == 9: print(d.setdefault(v, i), v in d)
        elif k == 10: d |= {val(): i, val(): -i}
        elif k == 11: d = {x: y for x, y in d.items() if y % 3}
    except KeyError as e: print("KeyError", e)
    if i % 40 == 0: print(len(d), {k: v for k, v in d.items() if not isinstance(k, frozenset)}, d == dict(reversed(list(d.items()))))
for i in range(300):
    r = range(rnd(21) - 10, rnd(41) - 20, (rnd(7) - 3) or 4)
    n = rnd(30) - 15
    s = sl()
    print(r, len(r), n in r, float(n) in r, r[s], list(r[s]) == list(r)[s], list(reversed(r)) == list(r)[::-1], s.indices(rnd(10)))
    big = range(10**20 + r.start, 10**20 + r.stop, r.step)
    print(big, len(big), list(big[s]) == [10**20 + q for q in r[s]], (10**20+n) in big, big == range(10**20 + r.start, 10**20 + r.stop + 0, r.step))
    try: print(r[n], big[n])
    except IndexError as e: print(e)
    try: print(r.index(n), big.index(10**20+n), r.count(n))
    except ValueError as e: print(e)
