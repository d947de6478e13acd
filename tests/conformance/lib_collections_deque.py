# SPDX-License-Identifier: MIT
# collections.deque: ends, bounds, rotation, indexing, errors.
from collections import deque


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


d = deque("ghi")
d.append("j")
d.appendleft("f")
print(d, d.pop(), d.popleft(), list(d), d[0], d[-1], len(d), list(reversed(d)), "h" in d, "z" in d)
d.extend("jkl")
d.rotate(1)
print(d)
d.rotate(-2)
print(d, deque(reversed(d)))
d.rotate(len(d) * 3 + 2)
print(d)
d.extendleft("abc")
print(d, d.count("a"), d.index("c"), d.index("a", 1), d.index("g", -9))
d.insert(2, "X")
d.insert(-1, "Y")
d.insert(99, "Z")
d.insert(-99, "W")
d.remove("X")
print(d)
del d[0], d[-1]
d[1] = "changed"
d.reverse()
print(d)
attempt(d.remove, "none")
attempt(d.index, "none")
attempt(lambda: d[50])
attempt(lambda: d[-50])
attempt(deque().pop)
attempt(deque().popleft)
attempt(deque, [], -1)
attempt(lambda: d + [1])
attempt(lambda: d["x"])
for bad in (lambda: hash(d), lambda: d < [1]):
    try:
        print(bad())
    except TypeError:
        print("TypeError")
m = deque(maxlen=3)
for i in range(6):
    m.append(i)
print(m, m.maxlen, deque(range(10), 4), deque([1, 2], maxlen=0), deque([], None).maxlen)
m.appendleft(9)
print(m)
m.extend([7, 8])
print(m)
m.extendleft([1, 2])
print(m)
attempt(m.insert, 0, 5)
try:
    m.maxlen = 3
except AttributeError:
    print("read-only")
m.pop()
m.insert(1, "in")
print(m, m.copy(), m.copy().maxlen)
a = deque([1, 2, 3])
print(a == deque([1, 2, 3]), a == [1, 2, 3], a != deque([1]), a < deque([1, 3]), a >= deque([1, 2]), a + deque([4]), a * 2, 2 * a, bool(a), bool(deque()))
a += [4, 5]
a *= 2
print(a)
a.clear()
print(a, len(a), list(a))
for i in range(100):
    a.append(i)
    if i % 3:
        a.popleft()
print(a, len(a))
for i in range(40):
    a.appendleft(-i)
    if i % 4 == 0:
        a.pop()
print(len(a), a[0], a[-1], a[20], sum(a))
a = deque([1, 2, 3])
try:
    for x in a:
        a.append(x)
except RuntimeError as e:
    print(e)
a = deque()
a.append(a)
print(a)
a = deque([1, [2], deque([3])])
b = a.copy()
b[1].append("shared")
print(a, b == a, b is a)
a.extend(a)
print(len(a))


class Log(deque):
    def __init__(self, limit):
        super().__init__(maxlen=limit)
        self.dropped = 0

    def append(self, x):
        if len(self) == self.maxlen:
            self.dropped += 1
        super().append(x)


log = Log(2)
for word in "a b c d".split():
    log.append(word)
print(log, log.dropped, isinstance(log, deque))
