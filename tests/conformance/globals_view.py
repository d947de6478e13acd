# globals(), and locals(), vars() and dir() of a module: they see and change its variables.
# mpy-closed: globals() shows short names
x = 1


def f():
    y = 2
    return globals()["x"], "y" in globals(), "x" in globals(), y


print(f(), globals()["x"], globals().get("none"), globals().get("x"), globals()["__name__"])
globals()["x"] = 5
print(x, f())
x = 6
view = globals()
print(view["x"], sorted(name for name in view if not name.startswith("__")))
globals().update(x=7)
print(x, locals()["x"], vars()["x"], "x" in dir(), "zz" in dir())
try:
    globals()["zz"]
except KeyError as error:
    print("KeyError", error)
globals()["zz"] = "made"
print(view["zz"], "zz" in globals())
del globals()["zz"]
print("zz" in view)


def locals_of_others(globals):
    return globals()


print(locals_of_others(lambda: "own"))


class Body:
    a = 1
    names = sorted(name for name in locals() if not name.startswith("__"))
    locals()["b"] = 3
    again = "a" in vars(), "x" in vars(), "x" in globals()


print(Body.names, Body.b, Body.again)
print({key: value for key, value in globals().items() if key == "x"}, len(globals()) > 3)
