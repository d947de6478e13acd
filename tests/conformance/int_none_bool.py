# SPDX-License-Identifier: MIT
# None and the booleans: identity, truth, arithmetic of bool as an int, text.
# mpy-differs: mpy-cross takes True for 1 when it works out +True

print(None, repr(None), str(None))
print(None is None, None == None, None != 0, None == False)
print(bool(None), not None)
print(True, False, repr(True), str(False))
print(True + True, True - False, True * 7, True / 2, True // 2, False ** 0)
print(True == 1, False == 0, True is True, True == 1.0)
print(isinstance(True, int), isinstance(True, bool), isinstance(1, bool))
print(type(True).__name__, type(None).__name__)
print(True & False, True | False, True ^ True, ~True, ~False)
print(type(True & True).__name__, type(True & 1).__name__, type(True + False).__name__)
print(int(True), float(False), bool(0), bool(-1), bool(0.0), bool(""), bool("0"))
print(bool([]), bool([0]), bool({}), bool(()), bool((0,)), bool(set()), bool(range(0)))
print(True < 2, False < True, sorted([True, False, True, 0, 2]))
print([10, 20, 30][True], "ab"[False])
print({True: "yes"}[1], {0: "no"}[False])
print(1 and None, 0 or None, None or "x", None and "x")
print(not 1, not 0, not "", not "x", not not 5)
print("%d %s %r" % (True, True, False))
print(f"{True} {True:d} {False:>3} {None}")
print(sum([True, True, False]))
nothing = None
try:
    nothing + 1
except TypeError as e:
    print(e)
try:
    nothing.missing
except AttributeError as e:
    print(e)
try:
    nothing[0]
except TypeError as e:
    print(e)
try:
    len(nothing)
except TypeError as e:
    print(e)
try:
    nothing()
except TypeError as e:
    print(e)
