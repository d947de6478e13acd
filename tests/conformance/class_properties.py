# SPDX-License-Identifier: MIT
# property: getter, setter, deleter, inheritance, errors, computed values.

class Celsius:
    def __init__(self, degrees=0):
        self.degrees = degrees

    @property
    def degrees(self):
        """Degrees."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("deleting")
        self._degrees = 0

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.degrees = (value - 32) * 5 / 9

    @property
    def read_only(self):
        return "fixed"


c = Celsius(25)
print(c.degrees, c.fahrenheit, c.read_only)
c.fahrenheit = 212
print(c.degrees)
c.degrees += 1
print(c.degrees, c.fahrenheit)
del c.degrees
print(c.degrees, vars(c))
try:
    c.degrees = -300
except ValueError as e:
    print(e)
try:
    c.read_only = 1
except AttributeError:
    print("no setter")
try:
    del c.read_only
except AttributeError:
    print("no deleter")
try:
    Celsius(-500)
except ValueError as e:
    print(e)
print(type(Celsius.degrees).__name__, isinstance(vars(Celsius)["degrees"], property), Celsius.degrees.fget(c), hasattr(c, "fahrenheit"))


class Warm(Celsius):
    @property
    def degrees(self):
        return super().degrees + 10

    @degrees.setter
    def degrees(self, value):
        Celsius.degrees.fset(self, value)


w = Warm(5)
print(w.degrees, w._degrees, w.fahrenheit)


class Old:
    def get_x(self):
        return self._x

    def set_x(self, v):
        self._x = v * 2

    x = property(get_x, set_x)
    y = property(lambda self: self._x + 1)


o = Old()
o.x = 4
print(o.x, o.y)
try:
    o.y = 1
except AttributeError:
    print("no setter")


class Raises:
    @property
    def bad(self):
        raise AttributeError("inside property")

    @property
    def worse(self):
        return 1 // 0


print(hasattr(Raises(), "bad"), getattr(Raises(), "bad", "default"))
try:
    hasattr(Raises(), "worse")
except ZeroDivisionError as e:
    print(e)


class Lazy:
    @property
    def value(self):
        if not hasattr(self, "_cache"):
            print("computing")
            self._cache = 42
        return self._cache


lazy = Lazy()
print(lazy.value, lazy.value)
c.__dict__["read_only"] = "in dict"
print(c.read_only, getattr(c, "fahrenheit"), setattr(c, "degrees", 1), c.degrees)
