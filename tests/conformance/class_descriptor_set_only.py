# SPDX-License-Identifier: MIT
# A descriptor with __set__ and no __get__: what the instance has under its name is read first.


class Checked:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        obj.__dict__[self.name] = value


class Deleting:
    def __delete__(self, obj):
        print("delete")


class Point:
    x = Checked(int)
    y = Checked(int)
    gone = Deleting()

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
print(p.x, p.y, vars(p))
p.x = 10
print(p.x, p.x + p.y)
try:
    p.y = "no"
except TypeError as e:
    print(e)
print(type(Point.x).__name__, type(p.gone).__name__)
del p.gone
p.__dict__["gone"] = 5
print(p.gone)
del p.__dict__["x"]
print(type(p.x).__name__)


# A static or class method asked for its attribute by hand.
class Made:
    def plain():
        return "plain"

    static = staticmethod(plain)
    of_class = classmethod(lambda cls: cls.__name__)


class Below(Made):
    pass


static = Made.__dict__["static"]
of_class = Made.__dict__["of_class"]
print(static.__get__(None, Made)(), static.__get__(Made())())
print(of_class.__get__(None, Below)(), of_class.__get__(Below())(), of_class.__get__(None, Made)())
