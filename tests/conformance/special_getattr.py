# SPDX-License-Identifier: MIT
# __getattr__, __getattribute__, __setattr__, __delattr__: proxies, defaults, guards.

class Dynamic:
    def __init__(self):
        self.real = "real"

    def __getattr__(self, name):
        if name.startswith("x_"):
            return f"computed {name[2:]}"
        raise AttributeError(f"no {name} here")


d = Dynamic()
print(d.real, d.x_one, getattr(d, "x_" + "two"), hasattr(d, "x_"), hasattr(d, "other"), getattr(d, "other", "default"))
try:
    d.other
except AttributeError as e:
    print(e)
d.x_one = "now stored"
print(d.x_one, d.x_three)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        self.log.append("get " + name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        self.log.append(f"set {name}")
        setattr(self.target, name, value)

    def __delattr__(self, name):
        self.log.append("del " + name)
        delattr(self.target, name)


class Target:
    value = 1

    def method(self, x):
        return x * self.value


p = Proxy(Target())
p.value = 10
p.fresh = "f"
print(p.value, p.method(4), p.fresh, vars(p.target), p.log)
del p.fresh
print(hasattr(p, "fresh"), p.log[-2:])
print(Proxy([1, 2]).append(3), Proxy("abc").upper(), Proxy({"k": 1}).get("k"))


class Frozen:
    def __init__(self, a):
        super().__setattr__("a", a)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name}")

    def __delattr__(self, name):
        raise AttributeError(f"cannot delete {name}")


f = Frozen(1)
for action in (lambda: setattr(f, "a", 2), lambda: setattr(f, "b", 2), lambda: delattr(f, "a")):
    try:
        action()
    except AttributeError as e:
        print(e)
print(f.a)


class Checked:
    limits = {"low": (0, 10)}

    def __setattr__(self, name, value):
        low, high = self.limits.get(name, (None, None))
        if low is not None and not low <= value <= high:
            raise ValueError(f"{name} out of range")
        super().__setattr__(name, value)


c = Checked()
c.low = 5
c.free = 1000
try:
    c.low = 11
except ValueError as e:
    print(e, c.low, c.free)


class Logged:
    seen = []

    def __init__(self):
        self.field = 1

    def __getattribute__(self, name):
        if not name.startswith("__"):
            Logged.seen.append(name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return "fallback " + name

    def method(self):
        return self.field


g = Logged()
print(g.field, g.method(), g.nothing, Logged.seen)


class Namespace(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self[name] = value


n = Namespace(a=1)
n.b = 2
print(n, n.a + n.b, hasattr(n, "c"), n.get("a"), sorted(n.keys()))
