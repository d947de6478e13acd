# SPDX-License-Identifier: MIT
# import in its forms: plain, as, from, several names, star, inside functions.

import math
import math as m
from math import floor, ceil as up, sqrt
from modules import shapes
from modules.shapes import area, Square as Sq, UNIT
import modules.counter
import modules.counter as counter
from modules import counter as again
from modules.starred import *

print(math is m, floor(2.7), up(2.1), sqrt(9), shapes.area(2, 3), area(4, 5), Sq(3).size(), UNIT)
print(modules.counter is counter, counter is again, modules.counter.bump(), counter.bump(), again.value())
print(public_one, public_two())
try:
    not_listed
except NameError as e:
    print(e)
print(shapes.__name__, Sq.__name__, Sq.__module__, modules.__name__, counter.__name__)


def inside():
    import modules.lazy as lazy
    from modules.lazy import get as fetch
    return lazy.get(), fetch() is lazy.VALUE


print("before lazy import")
print(inside())
print(inside())


class InClass:
    from math import pi
    import modules.shapes as geometry

    def use(self):
        return round(self.pi, 2), self.geometry.area(1, 1)


print(InClass().use())
if shapes.UNIT:
    from modules.shapes import describe
else:
    from modules.shapes import area as describe
print(describe(Sq(2)))
shapes.UNIT = 99
print(shapes.UNIT, UNIT, shapes.current_unit())
shapes.added = "new attribute"
print(shapes.added, hasattr(shapes, "added"), hasattr(shapes, "nope"), getattr(shapes, "area")(6, 7))
try:
    shapes.missing
except AttributeError as e:
    print(e)
del shapes.added
print(hasattr(shapes, "added"))
f = shapes.area
print([f(i, i) for i in range(3)], list(map(shapes.area, (1, 2), (3, 4))), shapes.Square(5).size())
