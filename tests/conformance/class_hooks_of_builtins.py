# Hooks that CPython calls in ways of its own: __set_name__ that changes the class, __new__ and __init__ and
# reflected operators of classes that derive from built-in ones.
class Sets:
    def __init__(self, other):
        self.other = other

    def __set_name__(self, owner, name):
        print("set", name)
        setattr(owner, self.other, name)


class Deletes:
    def __init__(self, other):
        self.other = other

    def __set_name__(self, owner, name):
        print("delete", name)
        delattr(owner, self.other)


class A:
    a = Sets("b")
    b = Sets("a")
    c = Sets("new")


class B:
    a = Deletes("b")
    b = Deletes("a")


print(A.a, A.b, A.new, hasattr(B, "a"), hasattr(B, "b"))


# A class of bytearray with __new__ and __init__ of its own: both get the arguments.
class Tagged(bytearray):
    def __new__(cls, tag, data=b""):
        self = bytearray.__new__(cls)
        self.tag = tag
        return self

    def __init__(self, tag, data=b""):
        self.extend(data)


tagged = Tagged("t", b"abc")
print(tagged.tag, bytes(tagged), len(tagged))


class Keyed(dict):
    def __new__(cls, *args, **kwargs):
        print("new", args, kwargs)
        return super().__new__(cls)

    def __init__(self, *args, **kwargs):
        print("init", args, kwargs)
        super().__init__(**kwargs)


print(Keyed(1, a=2))
print(type(hash({1: 2}.values())))
for view in {}.keys(), {}.items():
    try:
        hash(view)
    except TypeError as error:
        print(error)


class Repeated(list):
    def __rmul__(self, n):
        return "rmul", n

    def __radd__(self, other):
        return "radd", other


print(2 * Repeated([1]), Repeated([1]) * 2, 2.5 * Repeated(), [1] + Repeated([2]), 3 + Repeated())
