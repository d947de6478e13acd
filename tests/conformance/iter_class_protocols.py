# SPDX-License-Identifier: MIT
# Container classes written in Python: linked list, matrix, sparse vector, ordered bag, lazily built range.


class Linked:
    def __init__(self, items=()):
        self.head, self.size = None, 0
        for x in reversed(list(items)):
            self.push(x)

    def push(self, x):
        self.head = (x, self.head)
        self.size += 1

    def __iter__(self):
        node = self.head
        while node:
            yield node[0]
            node = node[1]

    def __len__(self):
        return self.size

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Linked(list(self)[i])
        if i < 0:
            i += self.size
        for k, x in enumerate(self):
            if k == i:
                return x
        raise IndexError(i)

    def __contains__(self, x):
        return any(x == y for y in self)

    def __eq__(self, other):
        return isinstance(other, Linked) and list(self) == list(other)

    def __add__(self, other):
        return Linked([*self, *other])

    def __repr__(self):
        return f"Linked({list(self)})"


l = Linked("abc")
print(l, len(l), l[0], l[-1], l[1:], "b" in l, "z" in l, l == Linked(["a", "b", "c"]), l + [1], list(reversed(l)), sorted(l, reverse=True), max(l), [*l], tuple(l), dict(enumerate(l)))
try:
    l[5]
except IndexError as e:
    print("IndexError", e)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __getitem__(self, at):
        r, c = at
        if isinstance(r, slice):
            return [row[c] for row in self.rows[r]]
        return self.rows[r][c]

    def __setitem__(self, at, value):
        self.rows[at[0]][at[1]] = value

    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])

    def __mul__(self, k):
        return Matrix([[k * x for x in r] for r in self.rows])

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __iter__(self):
        return iter(self.rows)

    def __bool__(self):
        return any(any(r) for r in self.rows)

    def __str__(self):
        return "; ".join(" ".join(map(str, r)) for r in self)


m = Matrix([[1, 2], [3, 4]])
m[0, 1] = 5
print(m, m[1, 0], m[:, 0], m @ m, 2 * m, -m, bool(m), bool(m * 0), [sum(r) for r in m])


class Sparse:
    def __init__(self, **values):
        self.v = {int(k[1:]): x for k, x in values.items()}

    def __getitem__(self, i):
        return self.v.get(i, 0)

    def __setitem__(self, i, x):
        if x:
            self.v[i] = x
        else:
            del self[i]

    def __delitem__(self, i):
        self.v.pop(i, None)

    def __len__(self):
        return max(self.v, default=-1) + 1

    def __iter__(self):
        return (self[i] for i in range(len(self)))


s = Sparse(_1=5, _4=2)
s[2] = 7
s[4] = 0
s[9] += 1
del s[9]
print(list(s), len(s), s[100], sum(s), list(zip(s, "abc")), s.v)


class Evens:
    def __init__(self, stop):
        self.stop = stop

    def __len__(self):
        return (self.stop + 1) // 2

    def __getitem__(self, i):
        if not -len(self) <= i < len(self):
            raise IndexError("Evens index out of range")
        return 2 * (i % len(self))


e = Evens(9)
print(list(e), len(e), e[-1], 4 in e, 5 in e, list(reversed(e)), [x for x in e if x > 3], min(e), dict(zip(e, e)))
