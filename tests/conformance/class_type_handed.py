# SPDX-License-Identifier: MIT
# The class of a class, got by type() alone, makes classes.
class Plain:
    def __init__(self, number=0):
        self.number = number


def again(value):
    return type(value)(value.number + 1)


print(again(Plain(3)).number, type(Plain(3)).__name__)
meta = type(Plain)
made = meta("Made", (Plain,), {"double": lambda self: self.number * 2})
print(made.__name__, made(21).double(), isinstance(made(), Plain))
print(type(type(made))("Other", (), {"x": 5}).x)
