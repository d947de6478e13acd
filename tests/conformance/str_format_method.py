# SPDX-License-Identifier: MIT
# str.format: fields, attributes, items, nesting, conversions.

print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("x", "y"), "{a}-{b}".format(a=1, b=2))
print("{0}{name}{1}".format(1, 2, name="n"), "{{}} {{{}}}".format(5), "no fields".format(), "}}{{".format())
print("{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}|{0:<5}|{0:^5}|".format("ab"))
print("{:5}|{:<5}|{:>5}|{:^5}|{:*^7}|".format("a", "b", "c", "d", "e"), "{:5}|{:<5}|".format(1, 2))
print("{:.3}|{:6.2}|{:>6.1}|".format("abcdef", "abcdef", "abcdef"), "{:s}".format("x"))
print("{:d} {:x} {:#b} {:e} {:.2f} {:g} {:%}".format(10, 255, 5, 1234.5, 2.345, 0.5, 0.25))
print("{0[0]} {0[1]} {1[key]} {1[0]}".format([10, 20], {"key": "v", 0: "zero"}))
print("{:{}} {:{w}.{p}f} {:{fill}{align}{w}}|".format("a", 4, 3.14159, "b", w=8, p=2, fill="*", align="^"))


class Unit:
    name = "volt"

    def __init__(self, value):
        self.value = value

    def __format__(self, spec):
        return f"<{spec}:{self.value}>"


u = Unit(12)
print("{0.value} {0.name} {u.value:>4}".format(u, u=u), "{} {:abc} {:}".format(u, u, u), format(u), format(u, "zz"))
print("{0.name[0]} {x[1].name}".format(u, x=[0, u]))
try:
    "{} {}".format(1)
except IndexError as e:
    print(e)
try:
    "{a}".format()
except KeyError as e:
    print("KeyError", e)
for bad in ("{", "}", "{!x}", "{0} {}"):
    try:
        bad.format(1, 2)
    except ValueError as e:
        print(repr(bad), e)
try:
    "{:d}".format("s")
except ValueError as e:
    print(e)
print("{:,} {:_} {:+} {: } {:05} {:<05}".format(1234567, 1234567, 5, 5, -5, 7), "{:>10,.2f}|".format(12345.678))
print("{} {}".format(*[1, 2]), "{x}{y}".format(**{"x": 1, "y": 2}), "{}".format([1, {"a": (2,)}]))
print("{k}".format_map({"k": "mapped"}), format("abc", ">5"), format("abc", "-^9.2"))
