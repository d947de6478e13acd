# SPDX-License-Identifier: MIT
# Containers that change while they are compared, hashed, sorted, indexed or walked; recursion.

class Evil:
    def __init__(self, v, act=None):
        self.v = v; self.act = act
    def __eq__(self, o):
        if self.act: self.act()
        return isinstance(o, Evil) and self.v == o.v
    def __hash__(self):
        return 1
    def __repr__(self): return "E%d" % self.v
d = {}
def clear(): d.clear()
e1 = Evil(1, clear)
d[e1] = 1
print(d.get(Evil(2)), d)
d = {}
for i in range(20): d[Evil(i)] = i
def grow():
    if len(d) < 60: d[len(d) * 100] = 0
k = Evil(15, grow)
print(d[Evil(15)], d.get(k), len(d) > 20)
lst = [Evil(1), Evil(2), Evil(3)]
class Rm:
    def __eq__(self, o):
        lst.clear(); return False
print(Rm() in lst, lst)
lst = [3, 1, 2]
try:
    lst.sort(key=lambda x: lst.append(x) or x)
except ValueError as e: print(e, lst)
lst = [5, 4, 3, 2, 1] * 5
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if self.v == 3 and o.v == 4: raise KeyError("cmp")
        return self.v < o.v
lst = [Cmp(x) for x in lst]
try: lst.sort()
except KeyError as e: print("raised", e, len(lst), sorted(c.v for c in lst))
a = list(range(10))
a[2:5] = a
print(a)
a[::2] = range(len(a[::2]))
print(a)
del a[::-3]
print(a)
try: a[::2] = [1]
except ValueError as e: print(e)
class Idx:
    def __init__(self, f): self.f = f
    def __index__(self): return self.f()
b = [1,2,3,4]
def wipe():
    b.clear(); return 2
try: print(b[Idx(wipe)])
except IndexError as e: print(e)
b = [1,2,3,4]
print(b[Idx(wipe):])
b = [1,2,3,4]
b.insert(Idx(wipe), 9); print(b)
s = {1,2,3}
try:
    for x in s: s.add(x + 10)
except RuntimeError as e: print(e)
dd = {i: i for i in range(10)}
for i in range(9): del dd[i]
print(dd, len(dd), list(dd), next(iter(dd)))
for i in range(20): dd[i] = -i
print(dd)
while dd: dd.popitem()
print(dd, bool(dd))
dd[1] = 2; print(dd)
x = [1, [2, (3, {4: [5]})]]
y = [1, [2, (3, {4: [5]})]]
print(x == y, x < y, x <= y, x != y)
r = []
r.append(r)
try: print(r == [r], r == r)
except RecursionError as e: print("rec")
q = [r]
s1 = []; s1.append(s1); s2 = []; s2.append(s2)
try: s1 == s2
except RecursionError as e: print("rec2")
deep = []
for i in range(200): deep = [deep]
try: len(repr(deep)); print("ok or")
except RecursionError: print("ok or")
print(str(r), {1: r})
it = iter([1,2,3])
z = zip(it, it)
print(list(z))
m = map(lambda a, b: a + b, [1,2,3], [4,5])
print(list(m))
print(list(enumerate("ab", 2**31)))
chain = iter([1,2,3])
for i in range(30): chain = map(lambda v: v + 1, chain)
print(list(chain))
