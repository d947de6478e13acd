# SPDX-License-Identifier: MIT
# Specifications of constants, worked out by the compiler, beside the same of variables.


def check(folded, value, spec):
    made = format(value, spec)
    print(repr(folded), folded == made, spec)


check(f"{42:04d}", 42, "04d")
check(f"{-42:06d}", -42, "06d")
check(f"{42:>6}", 42, ">6")
check(f"{42:^7}", 42, "^7")
check(f"{42:*^7}", 42, "*^7")
check(f"{-42:*=7}", -42, "*=7")
check(f"{42:<06}", 42, "<06")
check(f"{42:*<06}", 42, "*<06")
check(f"{42:+}", 42, "+")
check(f"{42: d}", 42, " d")
check(f"{-42:-}", -42, "-")
check(f"{255:x}", 255, "x")
check(f"{255:#X}", 255, "#X")
check(f"{255:#010x}", 255, "#010x")
check(f"{-255:#o}", -255, "#o")
check(f"{5:b}", 5, "b")
check(f"{0:#b}", 0, "#b")
check(f"{0:08b}", 0, "08b")
check(f"{-9223372036854775807:d}", -9223372036854775807, "d")
check(f"{2 ** 70:d}", 2 ** 70, "d")
check(f"{1234567:,}", 1234567, ",")
check(f"{1234567:_x}", 1234567, "_x")
check(f"{65:c}", 65, "c")
check(f"{3:.1f}", 3, ".1f")
check(f"{True:d}", True, "d")
check(f"{True:5}", True, "5")
check(f"{2.5:6}", 2.5, "6")
check(f"{'ab':5}", "ab", "5")
check(f"{'ab':>5}", "ab", ">5")
check(f"{'ab':*^6}", "ab", "*^6")
check(f"{'abcdef':.3}", "abcdef", ".3")
check(f"{'abcdef':5.3s}", "abcdef", "5.3s")
check(f"{'äö':4}", "äö", "4")
check(f"{'ab':ä>4}", "ab", "ä>4")
check(f"{'ab'!s:4}", "ab", "4")
check(f"{42!r:4}", "42", "4")
check(f"{42!s:>4}", "42", ">4")
check(f"{42:{6}}", 42, "6")
check(f"{42:{'0'}{6}d}", 42, "06d")
check(f"{42:}", 42, "")
check(f"{None:}", None, "")
check(format(42), 42, "")
check(format(42, "06x"), 42, "06x")
check(format("ab", ">4"), "ab", ">4")


class Own:
    def __format__(self, spec):
        return "own " + repr(spec)


own = Own()
print(f"{own:} {own} {own:4} {own!s:.3}")

for wrong in (lambda: f"{42:s}", lambda: f"{42:.3}", lambda: f"{'ab':d}", lambda: f"{'ab':=5}",
              lambda: f"{'ab':+}", lambda: f"{'ab':#}", lambda: f"{None:4}", lambda: f"{42:4q}",
              lambda: f"{42!r:d}", lambda: format("ab", "x"), lambda: format(42, 5)):
    try:
        print(wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__)


def shadowed(format):
    return format(42, "04d")


print(shadowed(lambda value, spec: ("mine", value, spec)))
