# SPDX-License-Identifier: MIT
# The doc of a property: given, or its getter's.


def getter(self):
    "from the getter"
    return 1


def other(self):
    "from another getter"
    return 2


given = property(getter, doc="given")
print(given.__doc__, property(getter).__doc__)
print(given.setter(other).__doc__, given.deleter(other).__doc__)
print(property(doc="no getter").__doc__, property(getter, None, None, "fourth").__doc__)
print(property(getter).getter(other).__doc__)


class Shape:
    @property
    def side(self):
        "doc of side"
        return 4

    area = property(getter, None, None, "doc of area")

    @area.setter
    def area(self, value):
        "doc of the setter"
        print("set", value)


print(Shape.side.__doc__, "/", Shape.area.__doc__, Shape().area)
Shape().area = 5
text = "".join(["made ", "when ", "run"])
made = [property(getter, doc=text + str(i)) for i in range(5)]
print([p.__doc__ for p in made], [p.fget(None) for p in made])
