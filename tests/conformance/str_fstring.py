# SPDX-License-Identifier: MIT
# f-strings: expressions, conversions, specs, nesting, quoting, =.
# mpy-refused: FZ0501

x, y, name = 3, 4.5, "Zoë"
items = [1, 2, 3]
d = {"k": "v", "n": {"m": 1}}
print(f"{x} {y} {name} {x + y} {x * 2:>5} {y:.2f} {name!r} {name!a} {name!s:>6}|")
print(f"{{}} {{{x}}} {x}{{ }}", f"", f"plain", f"{x}" f"{y}" "z{x}", f"{'nested'}")
print(f"{items[0]} {items[1:]} {d['k']} {d['n']['m']} {len(items)} {sum(items)} {max(items, key=lambda v: -v)}")
print(f"{x if x > 5 else 'small'} {[i * i for i in items]} { {'a': 1}['a'] } {(1, 2)} {{'set'}}")
print(f"{x:{4}}|{x:<{x + 2}}|{y:{8}.{2}f}|{name:*^{len(name) + 4}}|{x:0{x}d}")
print(f"{x=} {y = } {name=!s} {x+1=} {items=} {y=:.1f} { x =}")
print(f"{x!r:^5}|{'a' + 'b'!r}|{None}|{True:>6}|{x == 3}|{x != 3}|{x <= 3 < 4}")
print(f'{"double"} {chr(65)}', f"""multi
line {x
+ 1} end""", rf"\n{x}", Rf"{x}\t", f"\x41{x}\u00e9\N{BULLET}")
print(f"{(lambda v: v + 1)(x)} {(w := x + 10)} {w}", f"{x:}", f"{x!s:}", f"{'a' 'b'}")
print(f"{x:,} {1234567:,} {0.5:%} {255:#x} {-5:+} {2**40:_}", f"{'%d' % x}", f"{'{}'.format(x)}")
print(f"{'inner ' + f'{x:>{2 + 2}}'}|")


class T:
    def __format__(self, spec):
        return "T(" + spec + ")"

    def __repr__(self):
        return "T-repr"


t = T()
print(f"{t} {t:a:b} {t!r} {t!r:>8} {t:{x}{y}} {t:%H:%M}")


def order(tag, value):
    print("eval", tag)
    return value


print(f"{order('a', 1)} {order('b', 'v'):>{order('w', 4)}}")
total = 0
for i in range(3):
    total += len(f"{i}:{'-' * i}")
print(total, f"{'a':>3}{'b':<3}{'c':^3}|", f"{1}{2}{3}", f"{''}|{' '}|")
