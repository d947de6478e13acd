# SPDX-License-Identifier: MIT
# type() of values, of which nothing but names and identity is asked.
class Base:
    pass


class Derived(Base):
    def shown(self):
        return type(self).__name__


def same(a, b):
    return type(a) is type(b)


for value in (1, "x", None, 2.5, (), Base(), Derived(), Base, same, len):
    print(type(value).__name__, type(value) is int, type(value) is not Base)
print(Derived().shown(), type(Derived()).__qualname__, type(Derived()).__module__)
print(same(1, 2), same(1, "1"), same(Base, Derived), same(Base(), Derived()))
try:
    raise KeyError("k")
except Exception as error:
    print(type(error).__name__, error)
