# t-strings: what they make, in which order, and what is done with it.
from string.templatelib import Interpolation, Template, convert

name = "World"
value = 42
t = t"Hello {name}!"
print(t, type(t), t.strings, t.interpolations, t.values)
print(t"", list(t""), t"plain", t"{name}", t"{name}{value}")
print(t"{name!r} {name!s} {name!a}", t"{value:>{5 + 3}.2f}", t"{value = }", t"{value=!s:x}")
print(list(t"a{1}b{2}{3}c"), list(t"{1}"), [type(part).__name__ for part in t"x{1}"])
print(t"{{literal}} {value}" rt"\n{value}\t")
print(t"one " t"{value}" t" two" + t" three {name}")


def tell(x):
    print("tell", x)
    return x


made = t"{tell(1)} {tell(2):{tell(3)}} {tell(4)}"
print([i.value for i in made.interpolations], [i.format_spec for i in made.interpolations])


def upper(template):
    out = []
    for part in template:
        match part:
            case str() as text:
                out.append(text)
            case Interpolation(value, expression, conversion, spec):
                out.append(format(convert(value, conversion), spec).upper() + f"<{expression}>")
    return "".join(out)


print(upper(t"hi {name!r:>10} and {'it' + 's'}"))
print(f"nested {upper(t'{name}')}", t"{t'{name}'}")

print(Template("a", "b", Interpolation(1, "x"), Interpolation(2, "y", "r", ">3"), "c"))
print(Template().strings, Template(Interpolation(None)).strings)
for bad in (lambda: Template(3), lambda: t + "x", lambda: Interpolation(1, "x", "q"), lambda: convert(1, "z")):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
try:
    t.strings = ()
except AttributeError:
    print("read-only")


def scope(x):
    return t"{x} {[x for x in range(2)]} {(lambda y: x + y)(1)}"


print(scope(5).values)
