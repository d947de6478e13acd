# SPDX-License-Identifier: MIT
# Binary and in-place operators of classes: reflection, NotImplemented, subclasses, missing methods, results of any type.

names = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul"]
ops = {
    "add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "truediv": lambda a, b: a / b,
    "floordiv": lambda a, b: a // b, "mod": lambda a, b: a % b, "pow": lambda a, b: a ** b, "lshift": lambda a, b: a << b,
    "rshift": lambda a, b: a >> b, "and": lambda a, b: a & b, "or": lambda a, b: a | b, "xor": lambda a, b: a ^ b,
    "matmul": lambda a, b: a @ b,
}


def method(name):
    return lambda self, other: (name, type(other).__name__)


class Left:
    __add__ = method("add")
    __sub__ = method("sub")
    __mul__ = method("mul")
    __truediv__ = method("truediv")
    __floordiv__ = method("floordiv")
    __mod__ = method("mod")
    __pow__ = method("pow")
    __lshift__ = method("lshift")
    __rshift__ = method("rshift")
    __and__ = method("and")
    __or__ = method("or")
    __xor__ = method("xor")
    __matmul__ = method("matmul")




class Right:
    __radd__ = method("radd")
    __rsub__ = method("rsub")
    __rmul__ = method("rmul")
    __rtruediv__ = method("rtruediv")
    __rfloordiv__ = method("rfloordiv")
    __rmod__ = method("rmod")
    __rpow__ = method("rpow")
    __rlshift__ = method("rlshift")
    __rrshift__ = method("rrshift")
    __rand__ = method("rand")
    __ror__ = method("ror")
    __rxor__ = method("rxor")
    __rmatmul__ = method("rmatmul")


def decline(self, other):
    return NotImplemented


class Declines:
    __add__ = decline
    __sub__ = decline
    __mul__ = decline
    __truediv__ = decline
    __floordiv__ = decline
    __mod__ = decline
    __pow__ = decline
    __lshift__ = decline
    __rshift__ = decline
    __and__ = decline
    __or__ = decline
    __xor__ = decline
    __matmul__ = decline


Nothing = type("Nothing", (), {})


class SubLeft(Left):
    __radd__ = method("sub radd")
    __rsub__ = method("sub rsub")
    __rmul__ = method("sub rmul")
    __rtruediv__ = method("sub rtruediv")
    __rfloordiv__ = method("sub rfloordiv")
    __rmod__ = method("sub rmod")
    __rpow__ = method("sub rpow")
    __rlshift__ = method("sub rlshift")
    __rrshift__ = method("sub rrshift")
    __rand__ = method("sub rand")
    __ror__ = method("sub ror")
    __rxor__ = method("sub rxor")
    __rmatmul__ = method("sub rmatmul")


def attempt(f, a, b):
    try:
        return f(a, b)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for name in names:
    f = ops[name]
    print(name, attempt(f, Left(), 1), attempt(f, 1, Right()), attempt(f, Left(), Right()), attempt(f, Declines(), Right()),
          attempt(f, Left(), SubLeft()), attempt(f, SubLeft(), Left()))
    print(attempt(f, Nothing(), 1), "|", attempt(f, 1, Nothing()), "|", attempt(f, Declines(), Declines()), "|", attempt(f, "s", Right()), "|",
          attempt(f, [1], Right()))


class InPlace:
    def __init__(self):
        self.log = []

    def __iadd__(self, o):
        self.log.append(("iadd", o))
        return self

    def __isub__(self, o):
        return NotImplemented

    def __sub__(self, o):
        return ("sub", o)

    def __imul__(self, o):
        return "replaced"


x = InPlace()
y = x
x += 1
x += "a"
print(x is y, x.log)
x -= 5
print(x)
x = y
x *= 2
print(x, y is not x)
x = y
try:
    x /= 2
except TypeError as e:
    print(e)
for text in ("x = 5; x @= 2",):
    x = 5
    try:
        x @= 2
    except TypeError as e:
        print(e)
x = 7
x //= 2
x **= 3
x <<= 2
x |= 1
x ^= 0xF
x %= 50
x >>= 1
x &= 0x1B
print(x)


class Pow:
    def __pow__(self, e, m=None):
        return ("pow", e, m)

    def __rpow__(self, b):
        return ("rpow", b)

    def __divmod__(self, o):
        return ("divmod", o)

    def __rdivmod__(self, o):
        return ("rdivmod", o)

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __round__(self, n=None):
        return ("round", n)


p = Pow()
print(p ** 2, 2 ** p, pow(p, 2, 3), divmod(p, 1), divmod(1, p), -p, +p, ~p, abs(p), round(p), round(p, 2))
