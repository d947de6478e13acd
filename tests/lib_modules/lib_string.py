# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# string: constants, capwords and the Formatter; the parts without regular expressions.
import string

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation)
print(len(string.printable), repr(string.whitespace), string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase)
print(string.capwords("hello big  world"), string.capwords("a-b-c", "-"), string.capwords(""))
f = string.Formatter()
print(f.format("{0} and {1}", "a", "b"), f.format("{} {}", 1, 2), f.format("{x:>5}|{y!r}", x=1, y="q"), f.format("{{}} {0[1]} {0[0]}", "xy"))
print(f.format("{0:{1}}", 3.14159, ".2f"), f.format("{a.real} {b[k]}", a=5, b={"k": "v"}), f.vformat("{0} {n}", ("pos",), {"n": "name"}))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        if spec == "upper":
            return str(value).upper()
        return super().format_field(value, spec)


d = Default()
print(d.format("{name:upper} {missing} {0}", "zero", name="ann"))


class Checked(string.Formatter):
    def check_unused_args(self, used, args, kwargs):
        unused = sorted(set(kwargs) - set(used))
        if unused:
            raise ValueError(f"unused {unused}")


try:
    Checked().format("{a}", a=1, b=2)
except ValueError as e:
    print(e)
for bad in ("{", "}", "{0} {}", "{!z}"):
    try:
        print(f.format(bad, 1, 2))
    except (ValueError, IndexError, KeyError) as e:
        print(repr(bad), type(e).__name__)
print([part[:2] for part in f.parse("a{b}c{d!r:e}")], f.get_field("0.real", (7,), {}))
table = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13])
print("hello".translate(table), "".join(c for c in "a1!b2?" if c in string.ascii_letters))
