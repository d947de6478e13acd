# SPDX-License-Identifier: MIT
# __slots__: simple use, with and without inheritance, errors.

class Slim:
    __slots__ = ("x", "y")
    shared = "class attribute"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def total(self):
        return self.x + self.y


s = Slim(1, 2)
print(s.x, s.y, s.total(), s.shared, hasattr(s, "x"), hasattr(s, "__dict__"), Slim.__slots__)
s.x += 10
print(s.x)
try:
    s.z = 1
except AttributeError as e:
    print("AttributeError")
try:
    s.shared = 5
except AttributeError:
    print("AttributeError")
del s.y
try:
    s.y
except AttributeError as e:
    print("AttributeError")
s.y = "back"
print(s.y)


class Wider(Slim):
    __slots__ = ("z",)

    def __init__(self):
        super().__init__(1, 2)
        self.z = 3


w = Wider()
print(w.x, w.y, w.z, w.total())
try:
    w.other = 1
except AttributeError:
    print("AttributeError")


class Open(Slim):
    pass


o = Open(5, 6)
o.free = "allowed"
print(o.x, o.free, vars(o))


class One:
    __slots__ = "only"


one = One()
one.only = [1]
print(one.only, getattr(one, "only"), hasattr(One(), "only"))
setattr(one, "only", 2)
print(one.only)
delattr(one, "only")
print(hasattr(one, "only"))


class Empty:
    __slots__ = ()


try:
    Empty().a = 1
except AttributeError:
    print("AttributeError")


class Node:
    __slots__ = ["value", "link"]

    def __init__(self, value, link=None):
        self.value = value
        self.link = link

    def __iter__(self):
        node = self
        while node is not None:
            yield node.value
            node = node.link


print(list(Node(1, Node(2, Node(3)))), sum(Node(4, Node(5))))
