# SPDX-License-Identifier: MIT
# Less common hooks: __contains__ precedence, __reversed__, __length_hint__, __dir__, __missing__, __instancecheck__-free isinstance.

class OnlyIter:
    def __iter__(self):
        return iter([1, 2, 3])


class OnlyGetitem:
    def __getitem__(self, i):
        return [5, 6, 7][i]


class AllThree(OnlyIter):
    def __contains__(self, x):
        return x == "special"

    def __getitem__(self, i):
        return "item"


print(2 in OnlyIter(), 9 in OnlyIter(), 6 in OnlyGetitem(), 9 in OnlyGetitem(), "special" in AllThree(), 2 in AllThree(), list(AllThree()))


class ContainsTruthy:
    def __contains__(self, x):
        return "yes" if x else ""


print(1 in ContainsTruthy(), 0 in ContainsTruthy(), 0 not in ContainsTruthy())


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


try:
    iter(NoIter())
except TypeError as e:
    print(e)


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, len(m))


class Sized:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if 0 <= i < 3:
            return i * 10
        raise IndexError(i)


s = Sized()
print(list(s), list(reversed(s)), 20 in s, max(s), [*s], sum(s), sorted(s, reverse=True), bool(s))
a, b, c = s
print(a, b, c)


class Chainable:
    def __init__(self, path=""):
        self.path = path

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Chainable(self.path + "." + name)

    def __getitem__(self, key):
        return Chainable(f"{self.path}[{key!r}]")

    def __call__(self, *args):
        return Chainable(f"{self.path}({', '.join(map(repr, args))})")

    def __str__(self):
        return self.path


root = Chainable("root")
print(root.a.b["k"](1, "x").c, root[1:2], root()[0])


class Expr:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def binary(symbol):
    return lambda self, o: Expr(f"({self} {symbol} {o})")


for name, symbol in (("add", "+"), ("sub", "-"), ("mul", "*"), ("lt", "<"), ("eq", "=="), ("and", "&"), ("matmul", "@")):
    setattr(Expr, f"__{name}__", binary(symbol))
Expr.__neg__ = lambda self: Expr(f"-{self}")
Expr.__rmul__ = lambda self, o: Expr(f"({o} * {self})")
x, y = Expr("x"), Expr("y")
print(x + y * 2 - -x, 3 * x < y, x == y, x & y @ x)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __iter__(self):
        yield self.cents // 100
        yield self.cents % 100


euros, cents = Money(1234)
print(euros, cents, list(Money(5)), tuple(Money(250)))


class DivMod:
    def __divmod__(self, o):
        return "dm", o

    def __rdivmod__(self, o):
        return "rdm", o

    def __rpow__(self, o):
        return "rpow", o


print(divmod(DivMod(), 2), divmod(2, DivMod()), 2 ** DivMod(), pow(3, DivMod()))
