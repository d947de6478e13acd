# SPDX-License-Identifier: MIT
# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, and the functions that use them.
# mpy-closed: __getattr__ is given short names

log = []


class Dynamic:
    known = "class"

    def __init__(self):
        self.own = "instance"

    def __getattr__(self, name):
        log.append(("get", name))
        if name.startswith("bad"):
            raise AttributeError(f"refused {name}")
        return name.upper()

    def __setattr__(self, name, value):
        log.append(("set", name))
        if name == "frozen":
            raise AttributeError("cannot set frozen")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        log.append(("del", name))
        super().__delattr__(name)

    def __dir__(self):
        return ["z", "a", "m"]


def attempt(f, *args):
    log.clear()
    try:
        result = f(*args)
    except Exception as e:
        result = f"{type(e).__name__}: {e}"
    print(result, log)


d = Dynamic()
attempt(getattr, d, "own")
attempt(getattr, d, "known")
attempt(getattr, d, "other")
attempt(getattr, d, "bad1")
attempt(getattr, d, "bad1", "default")
attempt(hasattr, d, "bad2")
attempt(hasattr, d, "fine")
attempt(setattr, d, "x", 1)
attempt(setattr, d, "frozen", 1)
attempt(lambda: d.x)
attempt(delattr, d, "x")
attempt(delattr, d, "x")
attempt(lambda: d.x)
attempt(dir, d)
attempt(lambda: sorted(vars(d)))
attempt(lambda: len(d))
attempt(lambda: d())
attempt(lambda: d.method())
attempt(lambda: d + 1)


class Everything:
    def __init__(self):
        object.__setattr__(self, "real", 1)

    def __getattribute__(self, name):
        log.append(name)
        if name == "hidden":
            raise AttributeError("hidden!")
        return super().__getattribute__(name)

    def method(self):
        return self.real


e = Everything()
attempt(lambda: e.real)
attempt(lambda: e.method())
attempt(lambda: e.hidden)
attempt(lambda: getattr(e, "hidden", 0))
attempt(lambda: e.missing)


class Fallback(Everything):
    def __getattr__(self, name):
        return ("fallback", name)


f = Fallback()
attempt(lambda: f.hidden)
attempt(lambda: f.missing)
attempt(lambda: f.real)


class Prop:
    @property
    def broken(self):
        raise AttributeError("from property")

    def __getattr__(self, name):
        return f"getattr({name})"


attempt(lambda: Prop().broken)


class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target

    def __getattr__(self, name):
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        setattr(self.target, name, value)

    def __delattr__(self, name):
        delattr(self.target, name)


class Target:
    pass


t = Target()
p = Proxy(t)
p.a = 5
p.b = [1]
p.b.append(2)
del p.a
print(t.b, hasattr(t, "a"), hasattr(p, "b"), vars(t), p.target is t)
for args in ((t, 5), (t,), (t, "x", 1, 2)):
    try:
        getattr(*args)
    except (TypeError, AttributeError) as err:
        print(err)


class Private:
    def __init__(self):
        self.__secret = 1
        self._half = 2

    def get(self):
        return self.__secret


pr = Private()
print(pr.get(), sorted(vars(pr)), pr._Private__secret, hasattr(pr, "__secret"))
