# SPDX-License-Identifier: MIT
# The special methods of int, float and bool called by their names.

binary = ["__add__", "__sub__", "__mul__", "__floordiv__", "__truediv__", "__mod__", "__pow__", "__divmod__", "__radd__", "__rsub__",
          "__rmul__", "__rfloordiv__", "__rtruediv__", "__rmod__", "__rpow__", "__rdivmod__", "__eq__", "__ne__", "__lt__", "__le__",
          "__gt__", "__ge__"]
bits = ["__and__", "__or__", "__xor__", "__lshift__", "__rshift__", "__rand__", "__ror__", "__rxor__", "__rlshift__", "__rrshift__"]
unary = ["__neg__", "__pos__", "__abs__", "__bool__", "__int__", "__float__", "__trunc__", "__floor__", "__ceil__", "__round__",
         "__repr__", "__str__"]
for value in (7, -3, 2.5, True):
    for name in binary:
        print(value, name, getattr(value, name)(2), getattr(value, name)(3.5), getattr(value, name)("x"))
    for name in unary:
        print(value, name, getattr(value, name)())
for name in bits:
    print(name, getattr(12, name)(2), getattr(True, name)(3), getattr(5, name)(1.5))
print((7).__invert__(), (7).__index__(), (7).__pow__(2, 5), (7).__pow__("x", 5), (7).__rpow__(2), (2.5).__pow__(2.0), (1234).__round__(-2), (2.567).__round__(1))
print((5).__format__("03d"), (2.5).__format__(".2f"), "ab".__format__(">4"), True.__format__(""))
for f in (lambda: (5).__format__(3), lambda: (1).__floordiv__(0), lambda: (1.5).__mod__(0), lambda: (1).__lshift__(-1), lambda: (5).__divmod__(0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(int.__add__(2, 3), float.__mul__(2.0, 1.5), int.__neg__(4), bool.__and__(True, False), int.__lt__(1, 2), int.__eq__(1, "a"))
print(list(map(int.__mul__, [1, 2, 3], [4, 5, 6])), sorted([-3, 2, -1], key=abs), sum(map(float.__abs__, [-1.5, 2.0])))
