# SPDX-License-Identifier: MIT
# type, isinstance, issubclass, callable, hasattr, getattr, id, hash, repr of simple things.

class Base:
    def method(self):
        pass


class Child(Base):
    def __call__(self):
        pass


b, c = Base(), Child()
print(type(5) is int, type("") is str, type(b) is Base, type(c) is Base, type(type(b)) is type, type(None) is type(None), type(b).__name__)
print([t.__name__ for t in (int, str, float, bool, list, dict, tuple, set, frozenset, bytes, bytearray, range, slice, object, type, property, staticmethod, classmethod, super, enumerate, zip, map, filter, reversed)])
print(isinstance(5, int), isinstance(True, int), isinstance(5, (str, int)), isinstance(5, ()), isinstance(c, Base), isinstance(b, Child), isinstance(5, object), isinstance(int, type), isinstance("x", (int, (float, str))))
print(issubclass(Child, Base), issubclass(int, object), issubclass(bool, (str, int)), issubclass(Base, Base), issubclass(Base, Child))
print(callable(len), callable(Base), callable(b), callable(c), callable(b.method), callable(lambda: 0), callable("x"), callable(None), callable(print))
print(hasattr(b, "method"), hasattr(5, "real"), hasattr("x", "upper"), hasattr(b, "nope"), hasattr([], "append"), hasattr(Base, "method"), hasattr(None, "x"))
print(getattr("abc", "upper")(), getattr(5, "nope", "dflt"), getattr([1, 2], "index")(2), getattr(c, "method") is not None)
x = [1]
y = x
print(id(x) == id(y), id(x) == id([1]), id(None) == id(None), isinstance(id(x), int), x is y)
print(hash(5) == 5, hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(1.0) == 1, hash(None) == hash(None), hash(b) == hash(b), isinstance(hash(b), int))
for bad in (lambda: isinstance(1, 1), lambda: isinstance(1, [int]), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: hash([]), lambda: hash({}), lambda: callable(), lambda: getattr(5), lambda: getattr(5, "zz")):
    try:
        print("no error", bad())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(repr(1), repr("a"), repr([1, "a"]), repr(None), repr(...), repr(True), repr(1.0), repr(b"x"), repr(()), repr({}), repr(range(2)), repr(slice(1, 2)))
print(repr(int), repr(ValueError), str(type(5)), repr(len), str(None), repr(NotImplemented))
print(ascii("é"), ascii("a"), ascii([1, "ñ"]), chr(97), ord("a"), chr(0x20AC), ord("€"), chr(0), ord("\x00"))
print(len(""), len([1, 2]), len({1: 2}), len((1,)), len(range(10)), len(b"abc"), len({1, 2}), len("é漢"), len(bytearray(3)))
print(bool([]), str(5), list("ab"), tuple([1]), set() == set([]), dict(a=1), bytes(2), bytearray(1), float(1), object() is not None)
b.field = [1]
print(vars(b), vars(c), b.__class__ is Base, c.__class__.__name__, type(b)().method())
