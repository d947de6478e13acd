# SPDX-License-Identifier: MIT
# del on names, items, slices, attributes and several targets.

a = b = c = 1
del a
try:
    a
except NameError as e:
    print(e)
del b, c
try:
    b
except NameError as e:
    print(e)
a = [0, 1, 2, 3, 4, 5, 6]
del a[0], a[-1]
print(a)
del a[1:3]
print(a)
del (a[0])
print(a)
d = {"x": 1, "y": {"z": 2, "w": 3}}
del d["x"], d["y"]["z"]
print(d)
x, y, z = 1, 2, 3
del (x, y), [z]
try:
    y
except NameError as e:
    print(e)


class Obj:
    cls = "class attr"

    def __init__(self):
        self.one, self.two = 1, 2


o = Obj()
del o.one
print(hasattr(o, "one"), vars(o))
try:
    del o.one
except AttributeError:
    print("AttributeError")
try:
    del o.cls
except AttributeError:
    print("class attribute stays")
del Obj.cls
print(hasattr(o, "cls"))


def local():
    v = 1
    del v
    try:
        return v
    except UnboundLocalError as e:
        print(e)
    v = 2
    return v


print(local())


def in_loop():
    for i in range(3):
        kept = i
        del i
    try:
        i
    except UnboundLocalError:
        return kept


print(in_loop())


def global_del():
    global gone
    gone = 1
    del gone


global_del()
try:
    gone
except NameError as e:
    print(e)


def closure():
    v = "cell"

    def inner():
        return v
    before = inner()
    del v
    try:
        inner()
    except NameError as e:
        return before, type(e).__name__


print(closure())
for bad in (lambda: d.__delitem__("nope"), lambda: [].__delitem__(0)):
    try:
        bad()
    except (KeyError, IndexError) as e:
        print(type(e).__name__, e)
t = (1, 2)
try:
    del t[0]
except TypeError as e:
    print(e)
s = "abc"
try:
    del s[0]
except TypeError as e:
    print(e)
shared = [1, 2]
alias = shared
del shared
print(alias)
del alias[:]
print(alias)
matrix = [[1, 2, 3], [4, 5, 6]]
for row in matrix:
    del row[1]
print(matrix)
del matrix[0][0], matrix[1]
print(matrix)
