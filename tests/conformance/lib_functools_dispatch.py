# SPDX-License-Identifier: MIT
# singledispatch with abstract classes, methods of other sorts, copies of partial.
import copy
from collections.abc import Iterable, Mapping, Sequence, Sized
from functools import partial, partialmethod, singledispatch, singledispatchmethod


@singledispatch
def kind(x):
    return "anything"


@kind.register(Sized)
def _(x):
    return "sized"


print(kind([]), kind({}), kind(5), kind(""))


@kind.register(Mapping)
def _(x):
    return "mapping"


@kind.register(Sequence)
def _(x):
    return "sequence"


@kind.register(list)
def _(x):
    return "list"


class Own(list):
    pass


class Long:
    def __len__(self):
        return 1


print(kind([]), kind({}), kind(5), kind(""), kind(()), kind({1}), kind(Own()), kind(Long()), kind(None))


@singledispatch
def ambiguous(x):
    return "anything"


ambiguous.register(Sized, lambda x: "sized")
ambiguous.register(Iterable, lambda x: "iterable")


class Both:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


try:
    ambiguous(Both())
except RuntimeError as e:
    print(str(e).split(":")[0])


class Methods:
    @singledispatchmethod
    @classmethod
    def of_class(cls, x):
        return cls.__name__, "anything"

    @of_class.register(int)
    @classmethod
    def _(cls, x):
        return cls.__name__, "int"

    @singledispatchmethod
    @staticmethod
    def static(x):
        return "anything"

    @static.register(int)
    @staticmethod
    def _(x):
        return "int"

    def show(*args, **kwargs):
        return len(args), kwargs

    part_static = partialmethod(staticmethod(show), 8)
    part_class = partialmethod(classmethod(show), d=9)


class Below(Methods):
    pass


print(Methods.of_class(1), Below().of_class("x"), Methods.static(1), Methods().static("x"))
print(Methods().part_static(1), Methods.part_static(1), Methods().part_class(1), Methods.part_class(1))
two = partial(int, base=2)
print(copy.copy(two)("101"), copy.deepcopy(two)("11"), copy.copy(two).keywords)
