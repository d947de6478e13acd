# SPDX-License-Identifier: MIT
# C3 linearisation, cooperative super, diamonds, mixins, and orders that do not exist.


def names(cls):
    return [c.__name__ for c in cls.__mro__]


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


class E(C, B):
    pass


class F(A):
    def who(self):
        return ["F"] + super(F, self).who()


class G(D, F):
    pass


class H(E):
    def who(self):
        return ["H"] + super(E, self).who()


for cls in (A, B, C, D, E, F, G, H):
    print(cls.__name__, names(cls), cls().who(), [b.__name__ for b in cls.__bases__])
for bases in ((A, B), (D, E), (B, C, A), (C, D), (A, A), (object, A), (A, object)):
    try:
        print(names(type("X", bases, {})))
    except TypeError as e:
        print(str(e)[:20])


class O: pass
class I1(O): pass
class I2(O): pass
class I3(O): pass
class J1(I1, I2): pass
class J2(I2, I3): pass
class K(J1, J2): pass


print(names(K), K.mro() == list(K.__mro__), issubclass(K, I3), issubclass(K, (int, I2)), not issubclass(O, K))


class Root:
    def __init__(self, **kw):
        self.left = kw


class Named(Root):
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.name = name


class Sized(Root):
    def __init__(self, size=1, **kw):
        super().__init__(**kw)
        self.size = size


class Both(Named, Sized):
    pass


b = Both("n", size=3, other=4)
print(b.name, b.size, b.left, names(Both))


class Mixin:
    def __eq__(self, other):
        return self.key() == other.key()

    def __lt__(self, other):
        return self.key() < other.key()

    def __hash__(self):
        return hash(self.key())


class V(Mixin):
    def __init__(self, n):
        self.n = n

    def key(self):
        return self.n % 10

    def __repr__(self):
        return f"V{self.n}"


print(V(13) == V(3), sorted([V(29), V(11), V(35)]), {V(1), V(11), V(2)}.__len__(), max(V(18), V(9)), V(1) != V(2))
s = super(B, D())
print(s.who(), type(s).__name__)
try:
    D().nothing
except AttributeError as e:
    print(e)
try:
    super(D, D()).nothing
except AttributeError as e:
    print(e)
