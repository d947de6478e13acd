"""A comment `#! name` says which warnings a line gives; every other line gives none."""
from __future__ import annotations
import os  #! unused-import
import sys
import os.path as path  #! unused-import
import json as json
import collections.abc
from math import sqrt, cos as c, sin  #! unused-import unused-import
from math import pi as pi
from math import *
import _thread
import struct  # fz: ignore[unused-import]
import typing
import heapq, bisect  #! unused-import
try:
    import fast_module
except ImportError:
    fast_module = None
try:
    import other_module  #! unused-import
except ValueError:
    pass

__all__ = ["sin", "kept"]
__all__ += ["bisect"]
print(sys.argv, collections.abc)


def annotated(x: "typing.Any") -> None:
    print(x)


def unused():
    import time  #! unused-import
    import gc
    a = 1  #! unused-variable
    b = c1 = 2  #! unused-variable
    _ignored = 3
    d, e = 4, 5
    f: int = 6  #! unused-variable
    g: int
    for h in range(3):
        pass
    with open("x") as i:  #! unused-variable
        pass
    with open("x") as (j, k):
        pass
    try:
        gc.collect()
    except ValueError as error:  #! unused-variable
        pass
    return c1


def used():
    a = 1
    b = 2
    c = 3
    del c
    d = 4

    def inner():
        nonlocal b
        b = a
    try:
        pass
    except ValueError as error:
        print(error)
    if (e := d):
        return e
    return inner


def dynamic():
    a = 1
    return locals()


def rebinds():
    n = 0  #! unused-variable
    n += 1
    global counter
    counter = 1


class Fields:
    field = 1
    import array

    def method(self, unused_parameter):
        self.x = 1


def shadows(list, x):  #! shadowed-builtin
    max = 1  #! shadowed-builtin
    for id in x:  #! shadowed-builtin
        print(list, max, id)
    lister = 1
    return lister


class Hides:
    type = 1

    def input(self):
        return self.type


def filter(x):  #! shadowed-builtin
    return x


def early():
    print(late)  #! unbound-local
    late = 1
    print(late)


def early_delete():
    del gone  #! unbound-local
    gone = 1
    return gone


def never_early(flag):
    if flag:
        first = 1
    print(first)  #! maybe-unbound
    for i in range(3):
        if i:
            print(second)  #! maybe-unbound
        second = i
    try:
        print(third)
    except UnboundLocalError:
        third = 3

    def inner():
        print(fourth)
    fourth = 4
    inner()
    while flag:
        print(fifth)  #! maybe-unbound
        fifth = 1
    sixth = [six for six in [7]] if False else [seventh for seventh in [7]]
    import eighth as ninth
    print(ninth)
    match flag:
        case [tenth, *eleventh]:
            print(tenth, eleventh)
        case {"k": twelfth, **thirteenth}:
            print(twelfth, thirteenth)
    print([fourteenth := 1 for _ in "a"], fourteenth)
    return third, sixth
