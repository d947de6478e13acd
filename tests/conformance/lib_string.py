# SPDX-License-Identifier: MIT
# string: constants, capwords, Template, Formatter.
import string
from string import Formatter, Template


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for name in "whitespace ascii_lowercase ascii_uppercase ascii_letters digits hexdigits octdigits punctuation printable".split():
    print(name, repr(getattr(string, name)))
print(string.capwords("hello  wORLD foo"), string.capwords("a-b-cd", "-"), repr(string.capwords("  x y ")), string.capwords(""))
t = Template("$who likes ${what} for $$5 at ${place}s")
print(t.substitute(who="tim", what="kung pao", place="home"), t.substitute({"who": 1, "what": 2}, place=3), t.template)
print(t.safe_substitute(who="x"), t.safe_substitute({}), t.get_identifiers(), t.is_valid())
attempt(t.substitute, who=1)
for text in ("cost $", "a\n$ b", "${", "${a", "x${a b}", "${}", "$1", "ok\nline $- x", "$", "$é"):
    template = Template(text)
    attempt(template.substitute, a=1, b=2)
    print(repr(template.safe_substitute(a=1)), template.is_valid())


class Percent(Template):
    delimiter = "%"


print(Percent("%a $a %% %{b}").substitute(a=1, b=2))
f = Formatter()
print(f.format("{0} {1} {name!r:>6} {0:{width}}", "a", 2, name="n", width=4), f.format("{} {} {}", 1, 2.5, "x"), f.format("{{}} {a[0]} {a[k].real} {b.imag}".replace("a[k].real", "c[k]"), a=[7], b=3, c={"k": 8}))
print(list(f.parse("a{b}c{d!r:e}{{f}}")), list(f.parse("")), list(f.parse("{x[}]}{:{y}}")))
for text, args in (("{} {0}", (1, 2)), ("{0} {}", (1, 2)), ("{", ()), ("}", ()), ("{a", ()), ("{0!x}", (1,)), ("{5}", (1,))):
    attempt(f.format, text, *args)
attempt(f.format, "{nothing}")


class Upper(Formatter):
    def get_value(self, key, args, kwargs):
        return "?" if key == "q" else super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        return value.upper() if spec == "u" else super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(used, key=str), len(args), sorted(kwargs))


print(Upper().format("{q} {0:u} {x:>4}", "abc", x=5))
