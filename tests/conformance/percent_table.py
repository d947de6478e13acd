# SPDX-License-Identifier: MIT
# The % operator of str: all conversions, flags, widths, mappings, errors.


def attempt(text, args):
    try:
        print(repr(text % args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for spec in ("%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%x", "%#x", "%X", "%#o", "%o", "%08.3d", "%i", "%u"):
    print(spec, [spec % v for v in (0, 7, -42, 10**12)])
for spec in ("%f", "%.0f", "%.3f", "%10.2f", "%-10.2f|", "%+.1f", "%e", "%.2E", "%g", "%G", "%#.0f", "%010.2f"):
    print(spec, [spec % v for v in (0.0, -1.5, 1234567.891, 1e-10)])
for spec in ("%s", "%10s", "%-10s|", "%.2s", "%r", "%.3r", "%a", "%5s%%", "%8.3s"):
    print(spec, [spec % (v,) for v in ("text", "é", 5, None, [1, "a"], (1, 2))])
print("%c%c%c" % (65, "B", 8364), "%5c|%-5c|" % ("x", 121))
print("%(a)s %(b)05.1f %(a)r %%" % {"a": "x", "b": 2.25}, "%(key with space)s" % {"key with space": 1}, "%s" % {"a": 1})
print("%*d|%-*d|%.*f|%*.*f" % (5, 1, 5, 2, 2, 3.14159, 8, 1, 2.75))
attempt("%d", "x")
attempt("%d", 1.9)
attempt("%x", 1.5)
attempt("%f", "x")
attempt("%c", "ab")
attempt("%c", 1.5)
attempt("%s %s", (1,))
attempt("%s", (1, 2))
attempt("no", 5)
attempt("no", (5,))
attempt("%", ())
attempt("%q", 1)
attempt("%5", 1)
attempt("%(a)s", 5)
attempt("%(a)s", {})
attempt("%(a", {"a": 1})
attempt("%*d", (1.5, 2))
attempt("%s" "%d", ("a", None))
attempt("%i", None)
