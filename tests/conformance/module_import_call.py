# __import__ of a literal name.
top = __import__("modules.counter")
leaf = __import__("modules.counter", None, None, ("bump",))
print(top.__name__, leaf.__name__, top.counter is leaf)


def later():
    return __import__("math").floor(2.5), __import__("modules.counter", globals(), {}, []).__name__


print(later(), __import__("math") is __import__("math"))


def own(__import__):
    return __import__("math")


print(own(len))
