# SPDX-License-Identifier: MIT
# Functions as values: stored, passed, attributes, names, identity, annotations unevaluated effects.

def double(x):
    """Twice x."""
    return x * 2


def square(x: int) -> int:
    return x * x


table = {"double": double, "square": square, "neg": lambda x: -x}
print([table[k](5) for k in table], [f(3) for f in (double, square)], list(map(double, [1, 2])))
print(double.__name__, square.__name__, table["neg"].__name__, double is table["double"], double == square)
print(callable(double), callable(5), callable(print), callable(str), type(double).__name__)


def apply(f, times, value):
    for _ in range(times):
        value = f(value)
    return value


print(apply(double, 5, 1), apply(lambda s: s + "!", 3, "hi"), apply(square, 3, 2))


def adder(n):
    def add(x):
        return x + n
    return add


add5, add7 = adder(5), adder(7)
print(add5(1), add7(1), add5 == adder(5), add5.__name__, sorted([3, -1, 2], key=abs))
double.calls = 0


def counted(x):
    counted.calls += 1
    return x


counted.calls = 0
counted(1), counted(2)
print(counted.calls, double.calls, hasattr(double, "missing"), getattr(double, "calls"))
try:
    double.missing
except AttributeError as e:
    print(e)
try:
    double()
except TypeError as e:
    print(e)
try:
    apply(5, 1, 1)
except TypeError as e:
    print(e)
d = {double: "by function"}
print(d[double], double in d, square in d)


def outer():
    def inner():
        return "inner result"
    return inner


print(outer()(), (lambda: lambda: 5)()())
f = double
del double
print(f(4), f.__name__)
try:
    double
except NameError as e:
    print(e)


def replace():
    return "first"


old = replace


def replace():
    return "second"


print(old(), replace(), old is replace)
actions = []
for i in range(3):
    actions.append(lambda i=i: i * 10)
print([a() for a in actions], (lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3), (lambda x, y=2: x + y)(1))
