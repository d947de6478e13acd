# SPDX-License-Identifier: MIT
# The container protocol: len, getitem, setitem, delitem, contains, iter, reversed, bool.

class Ring:
    def __init__(self, size):
        self.data = [None] * size
        self.start = self.count = 0

    def __len__(self):
        return self.count

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[j] for j in range(*i.indices(self.count))]
        if i < 0:
            i += self.count
        if not 0 <= i < self.count:
            raise IndexError("ring index out of range")
        return self.data[(self.start + i) % len(self.data)]

    def __setitem__(self, i, value):
        self[i]
        self.data[(self.start + i) % len(self.data)] = value

    def __delitem__(self, i):
        rest = [v for j, v in enumerate(self) if j != i]
        self.start = self.count = 0
        for v in rest:
            self.push(v)

    def __contains__(self, v):
        print("contains?", v)
        return any(v == x for x in self)

    def push(self, v):
        if self.count == len(self.data):
            self.start = (self.start + 1) % len(self.data)
        else:
            self.count += 1
        self.data[(self.start + self.count - 1) % len(self.data)] = v


r = Ring(4)
print(len(r), bool(r), list(r))
for i in range(6):
    r.push(i * 10)
print(len(r), bool(r), list(r), r[0], r[-1], r[1:3], r[::-1], 30 in r, 99 in r, 1 not in r, max(r), sum(r), list(reversed(r)))
r[1] = "set"
print(list(r))
del r[0]
print(list(r), len(r))
a, b, *c = r
print(a, b, c, [*r], tuple(r), dict(enumerate(r)), sorted(map(str, r)))
for bad in (7, -9):
    try:
        r[bad]
    except IndexError as e:
        print(e)


class Keyed:
    def __init__(self):
        self.log = []

    def __getitem__(self, key):
        self.log.append(("get", key))
        return key

    def __setitem__(self, key, value):
        self.log.append(("set", key, value))

    def __delitem__(self, key):
        self.log.append(("del", key))


k = Keyed()
k["a"] = k[1, 2]
k["b"] += "!"
del k["x"], k[None]
print(k.log)


class LenOnly:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(bool(LenOnly(0)), bool(LenOnly(3)), not LenOnly(0), len(LenOnly(7)), "full" if LenOnly(1) else "empty")
for bad in (-1, "x", 1.5):
    try:
        len(LenOnly(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class BoolWins(LenOnly):
    def __bool__(self):
        return self.n == 0


print(bool(BoolWins(0)), bool(BoolWins(5)), [v.n for v in (BoolWins(0), BoolWins(1)) if v])


class BadBool:
    def __bool__(self):
        return 1


try:
    bool(BadBool())
except TypeError as e:
    print(e)
for op in (lambda: LenOnly(1)[0], lambda: list(LenOnly(1)), lambda: 1 in LenOnly(1)):
    try:
        op()
    except TypeError as e:
        print(e)
