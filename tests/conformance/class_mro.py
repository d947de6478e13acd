# SPDX-License-Identifier: MIT
# Multiple inheritance: linearisation, the diamond, cooperative super, conflicts.

class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()

    only_c = "c"


class D(B, C):
    def who(self):
        return ["D"] + super().who()


class E(C, B):
    pass


def names(cls):
    return [c.__name__ for c in cls.__mro__]


print(D().who(), E().who(), B().who(), names(D), names(E), D.only_c)
print(B.who(D()), super(B, D()).who(), super(D, D()).who(), super(C, D()).who())


class F(D, E.__mro__[2]):
    pass


print(names(F), F().who())
try:
    class Bad(B, C, A, D):
        pass
except TypeError as e:
    print("no linearisation" if "MRO" in str(e) or "method resolution" in str(e) else e)
try:
    class Bad2(A, B):
        pass
except TypeError as e:
    print("no linearisation")
try:
    class Twice(A, A):
        pass
except TypeError as e:
    print(e)


class Log:
    def __init__(self, **kw):
        self.log = ["Log"]
        super().__init__(**kw)


class Named(Log):
    def __init__(self, name="?", **kw):
        super().__init__(**kw)
        self.name = name
        self.log.append("Named")


class Sized(Log):
    def __init__(self, size=0, **kw):
        super().__init__(**kw)
        self.size = size
        self.log.append("Sized")


class Box(Named, Sized):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append("Box")


b = Box(name="n", size=3)
print(b.name, b.size, b.log, names(Box))


class ReprMixin:
    def __repr__(self):
        return f"<{type(self).__name__} {sorted(vars(self))}>"


class EqMixin:
    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None


class Thing(ReprMixin, EqMixin):
    def __init__(self, v):
        self.v = v


print(Thing(1), Thing(1) == Thing(1), Thing(1) == Thing(2), Thing(1) != Thing(1))


class X:
    attr = "x"


class Y:
    attr = "y"
    other = "y other"


class Z(X, Y):
    pass


print(Z.attr, Z.other, Z().attr, issubclass(Z, Y), isinstance(Z(), X), names(Z))
