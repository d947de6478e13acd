# SPDX-License-Identifier: MIT
# Descriptors: __get__, __set__, __delete__, data versus non-data, precedence.
# mpy-differs: prints addresses of objects
# mpy-closed: prints addresses of objects

class Data:
    def __get__(self, obj, owner):
        if obj is None:
            return "data from class " + owner.__name__
        return obj.__dict__.get("hidden", "data default")

    def __set__(self, obj, value):
        obj.__dict__["hidden"] = f"set {value}"

    def __delete__(self, obj):
        obj.__dict__.pop("hidden", None)


class NonData:
    def __get__(self, obj, owner):
        return "non-data", obj is None, owner.__name__


class Host:
    data = Data()
    nondata = NonData()
    plain = 1


class SubHost(Host):
    pass


h = Host()
print(h.data, Host.data, SubHost.data, h.nondata, Host.nondata, SubHost().nondata)
h.data = 5
h.nondata = "in instance"
print(h.data, h.nondata, sorted(vars(h)))
vars(h)["data"] = "ignored"
print(h.data)
del h.data
print(h.data)
del h.nondata
print(h.nondata)


class Typed:
    def __init__(self, kind, default):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.slot, self.default)

    def __set__(self, obj, value):
        setattr(obj, self.slot, self.kind(value))


class Settings:
    port = Typed(int, 80)
    rate = Typed(float, 1.5)
    name = Typed(str, "")


s = Settings()
print(s.port, s.rate, repr(s.name))
s.port, s.rate, s.name = "8080", 3, 12
print(s.port, s.rate, repr(s.name), vars(s), Settings.port.kind.__name__)
try:
    s.port = "x"
except ValueError as e:
    print(e)


class ReadOnly:
    def __get__(self, obj, owner):
        return "fixed"

    def __set__(self, obj, value):
        raise AttributeError("read only")


class Lazy:
    def __init__(self, f):
        self.f = f
        self.name = f.__name__

    def __get__(self, obj, owner):
        print("compute", self.name)
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class Report:
    version = ReadOnly()

    def __init__(self, n):
        self.n = n

    @Lazy
    def total(self):
        return sum(range(self.n))


r = Report(10)
print(r.total, r.total, r.version)
try:
    r.version = 2
except AttributeError as e:
    print(e)


class Method:
    def __get__(self, obj, owner):
        return lambda *a: (owner.__name__, obj is not None, a)


class UsesMethod:
    call = Method()


print(UsesMethod().call(1, 2), UsesMethod.call())
