# SPDX-License-Identifier: MIT
# format() and the format mini-language across kinds, with fill, align, width, grouping.

for value, specs in (
    ("text", ("", "s", "10", "<10", ">10", "^10", "*^10", ".2", "6.2", "-<6s", "é>6", "0>6", "<2")),
    (42, ("", "d", "5", "<5", "^5", "=+5", "05", "+", " ", "x", "#x", "#06x", "b", "#b", "o", "e", "f", ".1f", "%", ",", "_", "c", "n", "010_b", "*=6", "+,", "X")),
    (-7, ("", "d", "5", "05", "=5", "*=5", "+", "x", "#b", ".2f", "<5", "^5", "(^6")),
    (3.14159, ("", "f", ".2f", "8.2f", "<8.2f", "+.1f", "08.3f", "e", ".1e", "g", ".3g", "%", ".1%", ",.2f", "=+9.2f", ".0f", "#.0f", "_^12.4f", "10", ".3")),
    (True, ("", "d", "5", "<5", "05d", "x")),
    (None, ("",)),
    (1234567.891, (",", ",.1f", "_.2f", "e", "g", ".10g", "G", "015,.2f", ">+20,.3f")),
    (10 ** 15, (",", "_", "e", ".3e", "g", "x", "_x", "30,", "<25_")),
    (0, ("", "05", "+", "b", "#x", "%", "e", "<3")),
    (0.0, ("", "e", "g", ".2%", "+f")),
):
    print(repr(value), [format(value, spec) for spec in specs])
for value, spec in (("a", "d"), ("a", "+"), ("a", "="), ("a", ","), (1, "s"), (1, ".2"), (1.5, "x"), (1, "ab"), (None, "5"), ([], "5"), (1, ",x"), (300, "zz")):
    try:
        print(repr(format(value, spec)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(f"{'a':{'>'}{5}}|{42:{'#x'}}|{3.5:{6}.{2}f}|{'x':{'*'}^{7}}")
rows = [("id", "name", "price"), (1, "bolt", 0.5), (22, "gearbox", 1249.999)]
print(f"{rows[0][0]:>4} {rows[0][1]:<10}{rows[0][2]:>10}")
for i, name, price in rows[1:]:
    print(f"{i:>4d} {name:<10}{price:>10,.2f}")
print("{:>5}{:<5}{:^5}|".format("a", "b", "c"), "{:05d}{:x}".format(42, 255), "{0:{1}}".format("v", ">4"))
print("%5s|%-5s|%05d|%.3f|%5.1f|%x|%%|%c|%r" % ("a", "b", 42, 3.14159, 2.25, 255, "c", "d"))
for n in (0, 5, 12345, -678):
    print(f"|{n:<8}|{n:>8}|{n:^8}|{n:08}|{n:+}|{n:,}|")
for size in (0, 512, 2048, 5 * 1024 * 1024):
    unit = "B"
    value = float(size)
    for bigger in ("KiB", "MiB"):
        if value < 1024:
            break
        value, unit = value / 1024, bigger
    print(f"{value:8.1f} {unit}")
