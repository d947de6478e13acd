# SPDX-License-Identifier: MIT
# Floats through format specs and %.

values = [0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-7, 1e21, -0.000123456, 99.995]
for v in values:
    print("%f|%.2f|%10.3f|%-10.1f|%+.1f|%010.2f" % (v, v, v, v, v, v))
    print("%e|%.3e|%g|%.3g|%G|%#.3g" % (v, v, v, v, v, v))
for spec in ("f", ".0f", ".3f", "8.2f", "<8.2f", "^9.1f", "+.1f", " .1f", "08.2f", ",.2f", "_.1f", "e",
             ".2e", "E", "g", ".4g", "G", "%", ".1%", "", "10", "<10", ".3", "n", "=+9.2f", "*>12.3f"):
    print(repr(spec), repr(format(1234.5678, spec)), repr(format(-0.00012345, spec)))
print(format(0.5, ".0f"), format(1.5, ".0f"), format(2.5, ".0f"), format(0.125, ".2f"), format(0.375, ".2f"))
print(format(1e100, "f")[:20], len(format(1e100, "f")), format(1e-10, ".15f"))
print(f"{3.0} {3.0:g} {100000.0:g} {1000000.0:g} {1e16:g} {0.0001:g} {0.00001:g}")
print("%5.1f%%" % 45.678, "%s %r" % (0.1, 1e50), "%d" % 3.99)
print("{:.2f} {:>8.3f} {!r}".format(2.0, 1 / 3, 1 / 3))
width, prec = 10, 4
print(f"{2 / 3:{width}.{prec}f}|", "%*.*f|" % (width, prec, 2 / 3))
print(format(-0.0, ".1f"), format(-0.04, ".1f"), format(0.05, ".1f"), f"{1e300:.3e}")
try:
    format(1.5, "d")
except ValueError as e:
    print(e)
try:
    "%f" % "x"
except TypeError as e:
    print(e)
