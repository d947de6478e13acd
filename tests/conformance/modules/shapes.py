# SPDX-License-Identifier: MIT
# Geometry for the import tests.

UNIT = 1


def area(w, h):
    return w * h * UNIT


def current_unit():
    return UNIT


class Square:
    def __init__(self, side):
        self.side = side

    def size(self):
        return area(self.side, self.side)


def describe(shape):
    return f"{type(shape).__name__} of {shape.size()}"
