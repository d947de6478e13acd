# SPDX-License-Identifier: MIT
# Integers through bin, oct, hex, format specs and % in all bases.

for n in (0, 1, -1, 10, -255, 2 ** 33, -(2 ** 70)):
    print(bin(n), oct(n), hex(n))
for spec in ("d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "n", "c"):
    print(spec, format(65, spec))
for spec in ("5", "<5", ">5", "^5", "05", "+", " ", "-", "+05", "*^9", "#06x", "_", ",", "08b", "=+7", "x<6d"):
    print(repr(spec), repr(format(42, spec)), repr(format(-42, spec)))
print(format(1234567, ","), format(-1234567, "_"), format(0xDEADBEEF, "_x"), format(255, "_b"))
print(format(12345678901234567890, ","), format(2 ** 80, "#x"), format(-(2 ** 80), ">30"))
print(format(999, "010,"), format(1234567, "015,d"))
print("%d|%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42, 42))
print("%x|%X|%#x|%o|%#o|%08x" % (255, 255, 255, 8, 8, 48879))
print("%d %i %u" % (-1, 2.9, True), "%c%c" % (72, "i"), "%s %r" % (3, -3))
print("%*d|%-*d|" % (6, 42, 6, 42), "%.3d" % 5, "%6.3d|" % 5)
print("%d" % 10 ** 2, "%d" % (10 ** 25), "%x" % (10 ** 25))
print(format(3, ".1f"), format(3, "e"), format(7, "g"), format(1, "%"), format(10 ** 20, ".3e"))
print(f"{7:03} {7:>4} {7:<4}| {-7:=5} {255:#x} {255:x}")
print("{:d} {:5d} {:x} {!r:>4}".format(1, 2, 30, 4))
for spec in ("q", ".2d", "s"):
    try:
        print(format(5, spec))
    except ValueError as e:
        print(e)
try:
    "%d" % "x"
except TypeError as e:
    print(e)
