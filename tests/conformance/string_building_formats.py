# SPDX-License-Identifier: MIT
# f-strings, format and % side by side: nesting, conversions, expressions inside, equal results.
# mpy-refused: FZ0501

name, number, price, items = "widget", 42, 3.14159, [1, "two", None]
print(f"{name}{number}", f"{name!r:>10}|", f"{number:#06x}", f"{price:.{2}f}", f"{items}", f"{items[1]!r}", f"{len(items) + 1}", f"{ {'a': 1}['a'] }", f"{{literal}} {{{number}}}")
print(f"{'nested ' + f'{name.upper()}'}", f"{number if number > 40 else 'small'}", f"{(lambda x: x * 2)(4)}", f"{[i for i in range(3)]}", f"{name:*^{number // 4}}", f"{'' or 'empty'}", f"{None}", f"{True:d}", f"{...}")
print(f"{number=}", f"{number = }", f"{price=:.1f}", f"{name=!s}", f"{number+1=}", f"{items[0]=}", f"{' '.join(map(str, items))=}")
print("{} {}".format(name, number), "{1} {0}".format(1, 2), "{a}{b}".format(a=1, b=2), "{0[1]} {0[0]}".format(items), "{0.real} {x.imag}".format(number, x=price), "{!r:>8}".format("ab"), "{:{}}".format("x", 3) + "|", "{:{w}.{p}}".format(price, w=8, p=3), "{{}}".format())
print("%s %d %5.1f %r %x %%" % (name, number, price, name, number), "%(n)s=%(v)03d" % {"n": name, "v": 7}, "%-8s|%8s|" % ("ab", "cd"), "%c%c" % (65, "B"), "%+d % d" % (5, 5), "%.3s" % "abcdef", "%5s" % None, "%s" % [1])
for value in (0, 1, -1, 255, 10 ** 9):
    assert f"{value:5d}" == "{:5d}".format(value) == "%5d" % value and f"{value:x}" == "%x" % value and f"{value:+}" == "%+d" % value
    assert f"{value:08.2f}" == "%08.2f" % value and f"{value:e}" == "%e" % value and f"{value:g}" == "%g" % value
    print(f"{value:,}|{value:_}|{value:>12,}|{value:<6}|{value:^6}|{value:=+6}|{value:.1%}")
for text in ("", "a", "abc", "abcdefgh", "äöü"):
    assert f"{text:5}" == "{:5}".format(text) == "%-5s" % text and f"{text:>5}" == "%5s" % text and f"{text:.2}" == "%.2s" % text == text[:2]
    print(f"[{text:5}] [{text:>5}] [{text:^5}] [{text:-<5}] [{text:.2}] [{text!r}] [{text!a}]")
table = [("apple", 3, 0.5), ("kiwi", 12, 0.25), ("melon", 1, 2.0)]
print("\n".join(f"{n:<8}{c:>4}{p:>8.2f}{c * p:>8.2f}" for n, c, p in table), f"{sum(c * p for _, c, p in table):>28.2f}", sep="\n")
multi = f"""first {name}
second {number:>5}
  third {price:.0f}"""
print(multi, f'{"double"} {name}', f"{'single'}", f'a' "b" f'{number}', rf"\n{name}\t", f"\x41{name}\u00e9", f"{name}" f"{number}" "plain {not}", sep="|")


class Temp:
    def __init__(self, c):
        self.c = c

    def __format__(self, spec):
        unit, _, rest = spec.partition(":")
        value = self.c * 9 / 5 + 32 if unit == "F" else self.c
        return f"{value:{rest or '.1f'}}°{unit or 'C'}"


t = Temp(21.5)
print(f"{t} {t:F} {t:C:.0f} {t:F:08.3f}", "{:F}".format(t), format(t, "C"), f"{t!r}".startswith("<"))
for bad in (lambda: "{x}".format(), lambda: "{} {}".format(1), lambda: "%d" % "s", lambda: "%s %s" % (1,), lambda: f"{5:q}", lambda: "{:d}".format("x"), lambda: "{0.x}".format(1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
