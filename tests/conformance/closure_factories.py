# SPDX-License-Identifier: MIT
# Closures that share, copy and rebind variables; factories, accumulators, memoisation, recursion through cells.


def make_account(balance):
    history = []

    def deposit(n):
        nonlocal balance
        balance += n
        history.append(("in", n))
        return balance

    def withdraw(n):
        nonlocal balance
        if n > balance:
            raise ValueError(f"only {balance} left")
        balance -= n
        history.append(("out", n))
        return balance

    return deposit, withdraw, lambda: (balance, history[:])


d1, w1, s1 = make_account(10)
d2, w2, s2 = make_account(100)
print(d1(5), w1(3), d2(1), s1(), s2())
try:
    w1(50)
except ValueError as e:
    print(e, s1())


def memo(f):
    known = {}

    def inner(*args):
        if args not in known:
            known[args] = f(*args)
        return known[args]
    inner.known = known
    return inner


@memo
def ways(n, k):
    return 1 if n == 0 else 0 if k == 0 or n < 0 else ways(n, k - 1) + ways(n - k, k)


print(ways(30, 30), len(ways.known), ways(5, 5))


def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run


print(compose(str, lambda x: x + 1, abs)(-5), compose()(7), [compose(*[lambda v, i=i: v * 10 + i for i in range(n)])(0) for n in range(4)])


def mutual():
    def even(n):
        return True if n == 0 else odd(n - 1)

    def odd(n):
        return False if n == 0 else even(n - 1)
    return even, odd


even, odd = mutual()
print(even(20), odd(7), even(7), even.__closure__ is not None, len(odd.__closure__))


def counter_class():
    count = 0

    class Counted:
        def __init__(self):
            nonlocal count
            count += 1
            self.id = count

        @staticmethod
        def total():
            return count
    return Counted


A, B = counter_class(), counter_class()
A(), A(), B()
print(A.total(), B.total(), A().id)


def loop_cells():
    out = []
    for i in range(3):
        j = i * i

        def f():
            return i, j
        out.append(f)
    i = "after"
    return [f() for f in out]


print(loop_cells(), (lambda f: f(f, 6))(lambda f, n: 1 if n < 2 else n * f(f, n - 1)))
x = [(lambda n: lambda: n)(i) for i in range(3)]
print([f() for f in x], (lambda a, *b, c=1, **d: (a, b, c, sorted(d)))(1, 2, 3, c=4, e=5))
