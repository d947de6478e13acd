# SPDX-License-Identifier: MIT
# Exceptions: methods called by name, keyword arguments of some, attributes of others, subclasses with __str__ and __init__.


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


e = ValueError("a", 1)
print(e.__str__(), e.__repr__(), Exception.__str__(e), BaseException.__repr__(e), ValueError.__str__(ValueError()), KeyError("k").__str__(), e.__class__.__name__)
print(AttributeError("m", name="n", obj=5).name, AttributeError("m", name="n", obj=5).obj, NameError("m", name="x").name, ImportError("m", name="mod").name)
attempt(lambda: ValueError("m", name="n"))
attempt(lambda: Exception(x=1))
o = OSError(5, "text", "file")
print(o.errno, o.strerror, o.filename, o, repr(o), o.args)
print(OSError().errno, OSError("one").strerror, OSError(1, 2).args, str(OSError(98, "two")), StopIteration(1, 2).value, SystemExit("bye").code, SystemExit(1, 2).code)


class Coded(Exception):
    def __init__(self, code, **extra):
        self.code, self.extra = code, extra

    def __repr__(self):
        return f"Coded#{self.code}"


class Shown(Coded):
    def __str__(self):
        return "shown: " + super().__str__() + repr(self)


c, s = Coded(5, k=1), Shown(6)
print(c, repr(c), c.args, c.extra, s, [s], s.args, str(Coded("x")))
c.args = (1, 2)
print(c.args, str(c))


class Multi(KeyError, ValueError):
    pass


class Late(Exception):
    attr = "class"


for cls in (KeyError, ValueError, LookupError, Exception):
    try:
        raise Multi("m")
    except cls as err:
        print(cls.__name__, err, err.args)
late = Late()
late.attr = "own"
late.more = [1]
print(late.attr, Late.attr, late.more, sorted(vars(late)))
del late.attr
print(late.attr)
for bad in (lambda: late.nope, lambda: setattr(late, "args", 5), lambda: delattr(late, "nope")):
    attempt(bad)


def raises(what):
    try:
        raise what
    except BaseException as err:
        return f"{type(err).__name__}: {err}"


for what in (ValueError, ValueError("x"), Late, 5, "text", None, int, KeyboardInterrupt, GeneratorExit("g"), SystemExit(3)):
    print(raises(what))
try:
    try:
        1 / 0
    except "not a class":
        pass
except TypeError as err:
    print(err)
try:
    try:
        1 / 0
    except (ValueError, 5):
        pass
except TypeError as err:
    print(err)
kinds = (ValueError, (KeyError, (IndexError,)))
try:
    try:
        [].pop()
    except kinds[0]:
        print("no")
    except kinds[1][1]:
        print("nested tuple")
except TypeError as err:
    print(err)
