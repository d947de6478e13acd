# SPDX-License-Identifier: MIT
# Comparison methods: reflection, NotImplemented, subclasses first, identity in containers, total order by hand.

log = []


class A:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        log.append(f"{type(self).__name__}.eq")
        return self.n == o.n if isinstance(o, A) else NotImplemented

    def __lt__(self, o):
        log.append(f"{type(self).__name__}.lt")
        return self.n < o.n if isinstance(o, A) else NotImplemented

    def __le__(self, o):
        log.append(f"{type(self).__name__}.le")
        return NotImplemented

    def __gt__(self, o):
        log.append(f"{type(self).__name__}.gt")
        return "greater"


class Sub(A):
    def __gt__(self, o):
        log.append("Sub.gt")
        return "sub greater"


class N:
    def __ne__(self, o):
        log.append("N.ne")
        return "ne"


def attempt(f):
    log.clear()
    try:
        result = f()
    except Exception as e:
        result = f"{type(e).__name__}: {e}"
    print(result, log)


a, b, s = A(1), A(2), Sub(3)
attempt(lambda: a == b)
attempt(lambda: a != b)
attempt(lambda: a == 1)
attempt(lambda: 1 == a)
attempt(lambda: a != "x")
attempt(lambda: a < b)
attempt(lambda: a > b)
attempt(lambda: a <= b)
attempt(lambda: a >= b)
attempt(lambda: a < 5)
attempt(lambda: 5 < a)
attempt(lambda: 5 > a)
attempt(lambda: a <= 5)
attempt(lambda: a < s)
attempt(lambda: a == s)
attempt(lambda: s < a)
attempt(lambda: N() != 1)
attempt(lambda: N() == 1)
attempt(lambda: 1 != N())
attempt(lambda: a in [a])
attempt(lambda: a in [b, s, 1])
attempt(lambda: [a, b] == [a, b])
attempt(lambda: [a] < [b])
attempt(lambda: (a, 1) == (A(1), 1))
attempt(lambda: {1: a} == {1: A(1)})
attempt(lambda: [b, a].index(A(1)))
attempt(lambda: [a, A(1), b].count(a))
attempt(lambda: max(a, b).n)
attempt(lambda: hash(a))


class Weird:
    def __eq__(self, o):
        return [1, 2]

    def __bool__(self):
        return False


w = Weird()
print(w == 1, w != 1, w in [Weird()], [w] == [w], (w,) == (Weird(),))


class Raises:
    def __eq__(self, o):
        raise KeyError("compared")

    __hash__ = object.__hash__


attempt(lambda: Raises() == 1)
attempt(lambda: Raises() in [1])
attempt(lambda: {Raises(): 1}.get(5))
attempt(lambda: [1].count(Raises()))
nan = float("nan")
print(nan in [nan], [nan] == [nan], (nan,) == (nan,), {nan: 1} == {nan: 1}, nan == nan, [nan].index(nan), [nan] == [float("nan")])
print(1 == 1.0 == True, "1" == 1, None == None, None == 0, () == [], {} == set(), b"a" == "a", 1 < 2.5 < 10**30, -0.0 == 0.0)
