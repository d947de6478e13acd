# SPDX-License-Identifier: MIT
# The % operator on strings.

print("%s and %s" % ("a", 1), "%s" % "x", "%s" % 5, "%s" % (5,), "%s" % [1, 2], "100%%" % ())
print("%d %5d %-5d| %05d %+d % d" % (1, 2, 3, 4, 5, 6))
print("%s %r %a" % ("é'", "é'", "é'"), "%10s|%-10s|%.2s|%5.1s|" % ("abc", "abc", "abc", "abc"))
print("%(name)s is %(age)d" % {"name": "Ann", "age": 30, "extra": 1}, "%(x)5.1f|%(x)s" % {"x": 2.25})
print("%c%c%c" % ("a", 98, "é"), "%x %X %o %#x %#o" % (255, 255, 8, 255, 8))
print("%f %.2f %e %g %10.3f|%-10.3f|%+.1f" % (1.5, 1.005, 12345.678, 0.0001, 3.14159, 3.14159, 2.0))
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159))
print("%s %s %s" % (None, True, 1.0), "%s" % ((1, 2),), "%s %%" % 50, "%5s%%" % 7)
print("%s" % {"a": 1}, "%s" % {1}, "%r" % ("t",), "%s" % b"raw".decode())


class Point:
    def __str__(self):
        return "P"

    def __repr__(self):
        return "Point()"


print("%s %r" % (Point(), Point()), "%5s|" % Point())
cases = (("%d %d", (1,)), ("%d", (1, 2)), ("%d", ("a",)), ("%z", (1,)), ("%", ()), ("%c", ("ab",)), ("%(a)s", (1,)))
for fmt, args in cases:
    try:
        print(fmt % args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    "%(missing)s" % {}
except KeyError as e:
    print("KeyError", e)
print("no args" % (), "plain" % [], "x%sy%sz" % ("", ""))
template = "%-8s|%6.2f|%4d"
for row in (("alpha", 1.5, 10), ("beta", 22.333, 200)):
    print(template % row)
fmt = "%s"
fmt %= "in place"
print(fmt)
