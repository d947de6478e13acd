# SPDX-License-Identifier: MIT
# Format specifications of str and of objects with __format__.
# mpy-refused: FZ0501

for text in ("", "a", "hello", "äöü€"):
    for spec in ("", "s", "3", "8", "<8", ">8", "^8", "^9", "*<8", "*>8s", "€^8", ".2", ".0", "8.3", ">8.3s", "05", "<05", "_>1"):
        print(repr(spec), repr(format(text, spec)), end="; ")
    print()


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        if spec == "":
            return str(self)
        if spec.startswith("$"):
            return "$" + format(self.cents / 100, spec[1:])
        return f"<{spec}>"

    def __str__(self):
        return f"{self.cents}c"

    def __repr__(self):
        return f"Money({self.cents})"


m = Money(12345)
print(f"{m} {m!r} {m!s:>8} {m!a:>14} {m:$.2f} {m:other} {m:$,.1f}", "{:$.0f}|{!r:5}".format(m, m), format(m), format(m, "x y"))


class Bad:
    def __format__(self, spec):
        return 5


for f in (lambda: f"{Bad()}", lambda: format(Bad()), lambda: "{}".format(Bad()), lambda: f"{object():5}"[:0]):
    try:
        print(f())
    except TypeError as e:
        print(e)
width, precision, value = 12, 3, 3.14159
print(f"{value:{width}.{precision}}|{value:<{width}}|{value:{'^'}{width}}|{'x':{'*'}^{width}}|{value!r:>{width}}")
print(f"{width=} {value=:.2f} {width + precision = }")
