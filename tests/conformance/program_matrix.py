# SPDX-License-Identifier: MIT
# Matrices of fractions: a small rational class, determinants, solving, powers.

def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


class Rat:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError("zero denominator")
        g = gcd(n, d) or 1
        if d < 0:
            g = -g
        self.n, self.d = n // g, d // g

    def __add__(self, o):
        o = o if isinstance(o, Rat) else Rat(o)
        return Rat(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __neg__(self):
        return Rat(-self.n, self.d)

    def __sub__(self, o):
        return self + -(o if isinstance(o, Rat) else Rat(o))

    def __mul__(self, o):
        o = o if isinstance(o, Rat) else Rat(o)
        return Rat(self.n * o.n, self.d * o.d)

    __rmul__ = __mul__

    def __truediv__(self, o):
        o = o if isinstance(o, Rat) else Rat(o)
        return Rat(self.n * o.d, self.d * o.n)

    def __eq__(self, o):
        o = o if isinstance(o, Rat) else Rat(o)
        return self.n == o.n and self.d == o.d

    def __hash__(self):
        return hash((self.n, self.d))

    def __lt__(self, o):
        o = o if isinstance(o, Rat) else Rat(o)
        return self.n * o.d < o.n * self.d

    def __float__(self):
        return self.n / self.d

    def __bool__(self):
        return self.n != 0

    def __repr__(self):
        return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"


class Matrix:
    def __init__(self, rows):
        self.rows = [[x if isinstance(x, Rat) else Rat(x) for x in r] for r in rows]

    def __matmul__(self, o):
        return Matrix([[sum((a * b for a, b in zip(r, c)), Rat(0)) for c in zip(*o.rows)] for r in self.rows])

    def __eq__(self, o):
        return self.rows == o.rows

    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        base = self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def det(self):
        m = [r[:] for r in self.rows]
        result = Rat(1)
        for i in range(len(m)):
            pivot = next((r for r in range(i, len(m)) if m[r][i]), None)
            if pivot is None:
                return Rat(0)
            if pivot != i:
                m[i], m[pivot] = m[pivot], m[i]
                result = -result
            result = result * m[i][i]
            for r in range(i + 1, len(m)):
                factor = m[r][i] / m[i][i]
                m[r] = [a - factor * b for a, b in zip(m[r], m[i])]
        return result

    def __repr__(self):
        return "[" + "; ".join(" ".join(map(repr, r)) for r in self.rows) + "]"


m = Matrix([[2, 1, 0], [1, 3, 1], [0, 1, 4]])
print(m.det(), m @ Matrix.identity(3) == m, m ** 2, m ** 0, (m ** 3).det() == m.det() * m.det() * m.det())
print(Matrix([[1, 2], [2, 4]]).det(), Matrix([[0, 1], [1, 0]]).det(), Matrix([[1, 1], [1, 0]]) ** 12)
print(Rat(1, 2) + Rat(1, 3), 1 + Rat(1, 2), 2 * Rat(3, 4), Rat(6, -4), Rat(1, 2) / Rat(1, 4), float(Rat(1, 8)), sum([Rat(1, n) for n in range(1, 6)], Rat(0)))
print(sorted([Rat(1, 2), Rat(1, 3), Rat(2, 5)]), max(Rat(1, 2), Rat(2, 3)), len({Rat(1, 2), Rat(2, 4)}), Rat(4, 2) == 2)
try:
    Rat(1) / 0
except ZeroDivisionError as e:
    print(e)
