# complex: literals, arithmetic with other numbers, text, parsing, errors.
import cmath

print(1j, 2.5j, -3j, 1 + 2j, 1 - 2j, -0.0 - 0j, 0j, -1j, 1e16j, 1e-7 + 1e22j, (1 + 0j), complex(-0.0, 2))
print(complex("nan+infj"), complex(float("inf"), float("nan")), complex(1.0, -0.0))
print(complex(), complex(1), complex(1.5, 2), complex(True), complex(1, 2j), complex(1j, 2j), complex(real=1, imag=2))
for text in "1", "1j", "-j", "+J", "1+2j", " 1-2j ", "(1e5-3.5E-2j)", "1_0+2j", "nanj", "inf", "", "1 + 2j", "1+", "j1", "(1", "1+2", "x":
    try:
        print(repr(text), complex(text))
    except ValueError as error:
        print(repr(text), error)
a = 3 + 4j
b = 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, a ** b, a ** -1, a ** 0.5, 2 ** a, 2.0 ** 1j)
print(a + 1, 1 + a, a - 1.5, 1.5 - a, 2 * a, a * 2, a / 2, 2 / a, True + a, a + 2**70)
print(+a, -a, abs(a), bool(a), bool(0j), a.real, a.imag, a.conjugate(), (5).real, (2.5).imag)
print(a == 3 + 4j, a == 3, 3 + 0j == 3, 3 == 3 + 0j, 3.0 == 3 + 0j, a != b, a != 3, a == "a", 1j in [1j, 2])
print(hash(3 + 0j) == hash(3), hash(a) == hash(3 + 4j), len({1j, 1j, 1 + 0j, 1}))
print(sum([1j, 2, 3.5]), [1j] * 2, (1j,), {1j: "a"}[1j])
print(type(1j), isinstance(1j, complex), issubclass(complex, object), complex.__name__)
print("%s %r" % (1j, 2j), f"{1 + 2j} {1 + 2j:.2f} {1 + 2j:>12} {1 + 2j:<12}| {1 + 2j:^+14.1e} {3j:g} {1j:.3}")
print(format(1 + 2j, ""), format(-1.5 - 2j, "+"), format(1.5 + 2j, "*^20"), str(2j))
for wrong in (lambda: 1j < 2, lambda: 1j // 2, lambda: 1j % 2, lambda: int(1j), lambda: float(1j), lambda: 1j + "a",
              lambda: 1 / 0j, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: complex("1", 2), lambda: complex(1, "2"),
              lambda: complex([]), lambda: divmod(1j, 2), lambda: round(1j), lambda: "%d" % 1j, lambda: f"{1j:05}",
              lambda: f"{1j:=5}", lambda: f"{1j:d}", lambda: 1j | 1, lambda: setattr(1j, "real", 2),
              lambda: complex(None), lambda: complex(1, []), lambda: 10 ** 400 + 1j, lambda: sorted([1j, 2j]),
              lambda: (1e200 + 1j) ** 2.5):
    try:
        print(wrong())
    except (TypeError, ValueError, ZeroDivisionError, OverflowError, AttributeError) as error:
        print(type(error).__name__, "" if isinstance(error, AttributeError) else error)


class Made:
    def __complex__(self):
        return 1 + 2j


class Floats:
    def __float__(self):
        return 2.5


class Other:
    def __radd__(self, other):
        return "radd"

    def __eq__(self, other):
        return "eq"


class Mine(complex):
    def twice(self):
        return self * 2


print(complex(Made()), complex(Floats()), 1j + Other(), 1j == Other())
print(Mine(1, 2).twice(), isinstance(Mine(1), complex), Mine(3, 4) == 3 + 4j, abs(Mine(3, 4)))
match 2 + 1j:
    case 1j:
        print("no")
    case 2 + 1j:
        print("yes")


def shown(z):
    return f"{z.real:.6g} {z.imag:.6g}"


for z in 1 + 1j, -1 + 0.5j, 0.25 - 2j, 3j, 2 + 0j, -2.5 - 0.5j:
    print(*[shown(f(z)) for f in (cmath.exp, cmath.log, cmath.log10, cmath.sqrt, cmath.sin, cmath.cos, cmath.tan,
                                  cmath.sinh, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.atan,
                                  cmath.asinh, cmath.acosh, cmath.atanh)], sep="; ")
    print(f"{cmath.phase(z):.6g}", ["%.6g" % part for part in cmath.polar(z)], shown(cmath.rect(2, cmath.phase(z))))
print(cmath.isnan(complex("nanj")), cmath.isinf(complex("infj")), cmath.isfinite(1j), cmath.isclose(1j, 1.0000000001j))
print(complex("nan") == complex("nan"), 1j ** 2.5j, cmath.rect(-1, 0))
print(cmath.pi, cmath.e, cmath.infj, cmath.nanj, cmath.sqrt(-1), cmath.sqrt(0))
for wrong in (lambda: cmath.log(0), lambda: cmath.sqrt("a"), lambda: cmath.atanh(1)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# With integers that are no floats.
print(complex(1, 2) == 10 ** 400, 10 ** 400 == complex(1, 0), complex(2.0 ** 53) == 2 ** 53 + 1, complex(2 ** 53) == 2 ** 53)
print(complex(1, 0) != 10 ** 400, 1 == complex(1), True == complex(1), complex(0, 1) == 0, complex(1) == "1", complex(float("nan")) == float("nan"))
