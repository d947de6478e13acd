# SPDX-License-Identifier: MIT
# Descriptors of all kinds, their precedence over instance attributes, __set_name__, inheritance, errors.
# mpy-differs: prints addresses of objects
# mpy-closed: prints addresses of objects


class Data:
    def __set_name__(self, owner, name):
        self.name = name
        self.owner = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            return f"<Data {self.owner}.{self.name}>"
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        instance.__dict__[self.name] = ("set", value)

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner):
        return ("non-data", instance is None, owner.__name__)


class OnlySet:
    def __set__(self, instance, value):
        instance.log = value


class C:
    d = Data()
    n = NonData()
    o = OnlySet()
    plain = 1


class D(C):
    pass


c, dd = C(), D()
print(C.d, D.d, c.d, C.n, c.n, dd.n, type(C.__dict__["o"]).__name__)
c.d = 5
c.__dict__["n"] = "instance wins"
c.o = "logged"
c.plain = 2
print(c.d, c.n, c.log, c.plain, C.plain, dd.d, sorted(c.__dict__))
del c.d
try:
    del c.d
except KeyError as e:
    print("KeyError", e)
try:
    del c.n
    print(c.n)
    del c.n
except AttributeError as e:
    print("AttributeError")
try:
    del c.o
except AttributeError as e:
    print("AttributeError")


class P:
    def __init__(self):
        self._v = 1

    @property
    def v(self):
        "doc of v"
        return self._v

    @v.setter
    def v(self, value):
        if value < 0:
            raise ValueError("negative")
        self._v = value

    @v.deleter
    def v(self):
        self._v = None

    readonly = property(lambda self: "ro")
    writeonly = property(None, lambda self, v: setattr(self, "_w", v))


p = P()
p.v = 5
print(p.v, P.v.fget(p), P.v.__doc__, p.readonly)
del p.v
print(p.v)
for f in (lambda: setattr(p, "v", -1), lambda: setattr(p, "readonly", 1), lambda: delattr(p, "readonly"), lambda: p.writeonly):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
p.writeonly = 9
print(p._w)


class Q(P):
    @property
    def v(self):
        return ("Q", super().v)

    @P.v.setter
    def w(self, value):
        self._v = ("w", value)


q = Q()
print(q.v)
q.w = 3
print(q.v, Q.w.fget(q))


class Cached:
    def __init__(self, f):
        self.f = f

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.f(instance)
        return value


class R:
    calls = 0

    @Cached
    def heavy(self):
        R.calls += 1
        return "computed"


r = R()
print(r.heavy, r.heavy, R.calls, isinstance(R.heavy, Cached), sorted(vars(r)))
m = C.__dict__["n"].__get__(None, C)
print(m, C.__init__ is object.__init__, P.__dict__["v"].__get__(p, P))
