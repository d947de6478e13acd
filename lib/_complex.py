# SPDX-License-Identifier: MIT
# _complex: the class complex. The compiler turns 2j into complex(0.0, 2.0), so that programs without
# complex numbers carry nothing of this.


def _number(x):
    text = repr(x)
    return text[:-2] if text.endswith(".0") else text


def _signed(x):
    text = _number(x)
    return text if text.startswith("-") else "+" + text


def _is_plus_zero(x):
    return x == 0 and repr(x) == "0.0"


def _pair(value):
    # The parts of a number, or None.
    if isinstance(value, complex):
        return value._pair
    if isinstance(value, (int, float)):
        return float(value), 0.0
    return None


def _parsed(text):
    inner = text.strip()
    if inner.startswith("(") and inner.endswith(")"):
        inner = inner[1:-1].strip()
    try:
        if not inner or inner.split() != [inner]:
            raise ValueError
        if inner[-1] not in "jJ":
            return float(inner), 0.0
        body = inner[:-1]
        place = len(body) - 1
        while place > 0 and not (body[place] in "+-" and body[place - 1] not in "eE"):
            place -= 1
        place = max(place, 0)
        imag = body[place:]
        if imag in ("", "+", "-"):
            imag += "1"
        return float(body[:place]) if place else 0.0, float(imag)
    except ValueError:
        pass
    raise ValueError("complex() arg is a malformed string")


def _converted(value, which):
    if isinstance(value, complex):
        return value._pair
    convert = getattr(type(value), "__complex__", None)
    if convert is not None and which == "first":
        made = convert(value)
        if not isinstance(made, complex):
            raise TypeError(f"__complex__() returned non-complex (type {type(made).__name__})")
        return made._pair
    if hasattr(type(value), "__float__") or hasattr(type(value), "__index__"):
        return float(value), 0.0
    if which == "first":
        raise TypeError(f"complex() first argument must be a string or a number, not '{type(value).__name__}'")
    raise TypeError(f"complex() second argument must be a number, not '{type(value).__name__}'")


def _multiply(a, b):
    return a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]


def _divide(a, b):
    # Smith's method: by the larger part first.
    real, imag = b
    if abs(real) >= abs(imag):
        if real == 0:
            raise ZeroDivisionError("complex division by zero")
        ratio = imag / real
        whole = real + imag * ratio
        return (a[0] + a[1] * ratio) / whole, (a[1] - a[0] * ratio) / whole
    if abs(imag) >= abs(real):
        ratio = real / imag
        whole = real * ratio + imag
        return (a[0] * ratio + a[1]) / whole, (a[1] * ratio - a[0]) / whole
    return float("nan"), float("nan")


def _power_of_int(a, n):
    made = 1.0, 0.0
    square = a
    rest = abs(n)
    while rest:
        if rest & 1:
            made = _multiply(made, square)
        square = _multiply(square, square)
        rest >>= 1
    return made if n >= 0 else _divide((1.0, 0.0), made)


def _power(a, b):
    from math import atan2, cos, exp, hypot, log, sin
    if b[1] == 0 and abs(b[0]) <= 100 and b[0] == int(b[0]):
        if b[0] < 0 and a == (0, 0):
            raise ZeroDivisionError("0.0 to a negative or complex power")
        made = _power_of_int(a, int(b[0]))
    elif a == (0, 0):
        if b[1] != 0 or b[0] < 0:
            raise ZeroDivisionError("0.0 to a negative or complex power")
        return 0.0, 0.0
    else:
        size = hypot(*a)
        angle = atan2(a[1], a[0])
        try:
            length = size ** b[0]
        except OverflowError:
            raise OverflowError("complex exponentiation") from None
        phase = angle * b[0]
        if b[1] != 0:
            length /= exp(angle * b[1])
            phase += b[1] * log(size)
        made = length * cos(phase), length * sin(phase)
    inf = float("inf")
    if (abs(made[0]) == inf or abs(made[1]) == inf) and inf not in (abs(a[0]), abs(a[1])):
        raise OverflowError("complex exponentiation")
    return made


class complex:
    __module__ = None  # as of a built-in class
    __slots__ = ("_pair",)

    def __new__(cls, real=0, imag=None):
        self = object.__new__(cls)
        if isinstance(real, str):
            if imag is not None:
                raise TypeError("complex() can't take second arg if first is a string")
            self._pair = _parsed(real)
            return self
        if isinstance(imag, str):
            raise TypeError("complex() second arg can't be a string")
        first = _converted(real, "first")
        if imag is not None:
            second = _converted(imag, "second")
            first = (first[0] - second[1] if isinstance(imag, complex) else first[0],
                     first[1] + second[0] if isinstance(real, complex) else second[0])
        self._pair = first
        return self

    @property
    def real(self):
        return self._pair[0]

    @property
    def imag(self):
        return self._pair[1]

    def conjugate(self):
        return complex(self._pair[0], -self._pair[1])

    def __complex__(self):
        return complex(*self._pair)

    def __getnewargs__(self):
        return self._pair

    def __bool__(self):
        return self._pair != (0, 0)

    def __abs__(self):
        from math import hypot
        return hypot(*self._pair)

    def __pos__(self):
        return complex(*self._pair)

    def __neg__(self):
        return complex(-self._pair[0], -self._pair[1])

    def __eq__(self, other):
        if isinstance(other, (int, float)):  # an int may be no float
            return self._pair[1] == 0 and self._pair[0] == other
        if not isinstance(other, complex):
            return NotImplemented
        return self._pair[0] == other._pair[0] and self._pair[1] == other._pair[1]

    def __hash__(self):
        if self._pair[1] == 0:
            return hash(self._pair[0])
        return hash(hash(self._pair[0]) + 1000003 * hash(self._pair[1]))

    def __add__(self, other):
        pair = _pair(other)
        return NotImplemented if pair is None else complex(self._pair[0] + pair[0], self._pair[1] + pair[1])

    __radd__ = __add__

    def __sub__(self, other):
        pair = _pair(other)
        return NotImplemented if pair is None else complex(self._pair[0] - pair[0], self._pair[1] - pair[1])

    def __rsub__(self, other):
        pair = _pair(other)
        return NotImplemented if pair is None else complex(pair[0] - self._pair[0], pair[1] - self._pair[1])

    def __mul__(self, other):
        pair = _pair(other)
        return NotImplemented if pair is None else complex(*_multiply(self._pair, pair))

    def __rmul__(self, other):
        pair = _pair(other)
        return NotImplemented if pair is None else complex(*_multiply(pair, self._pair))

    def __truediv__(self, other):
        pair = _pair(other)
        return NotImplemented if pair is None else complex(*_divide(self._pair, pair))

    def __rtruediv__(self, other):
        pair = _pair(other)
        return NotImplemented if pair is None else complex(*_divide(pair, self._pair))

    def __pow__(self, other, modulus=None):
        if modulus is not None:
            raise ValueError("complex modulo")
        pair = _pair(other)
        return NotImplemented if pair is None else complex(*_power(self._pair, pair))

    def __rpow__(self, other, modulus=None):
        pair = _pair(other)
        return NotImplemented if pair is None else complex(*_power(pair, self._pair))

    def __repr__(self):
        real, imag = self._pair
        if _is_plus_zero(real):
            return _number(imag) + "j"
        return f"({_number(real)}{_signed(imag)}j)"

    def __format__(self, spec):
        return _formatted(self, spec) if spec else str(self)


def _formatted(value, spec):
    fill = " "
    align = ""
    rest = spec
    if len(rest) > 1 and rest[1] in "<>=^":
        fill, align, rest = rest[0], rest[1], rest[2:]
    elif rest[0] in "<>=^":
        align, rest = rest[0], rest[1:]
    sign = ""
    if rest and rest[0] in "+- ":
        sign, rest = rest[0], rest[1:]
    if rest.startswith("0"):
        raise ValueError("Zero padding is not allowed in complex format specifier")
    if align == "=":
        raise ValueError("'=' alignment flag is not allowed in complex format specifier")
    width = 0
    while rest and rest[0] in "0123456789":
        width = width * 10 + int(rest[0])
        rest = rest[1:]
    kind = rest[-1:] if rest[-1:].isalpha() else ""
    options = rest[:-1] if kind else rest
    if kind not in ("", "e", "E", "f", "F", "g", "G", "n"):
        raise ValueError(f"Unknown format code '{kind}' for object of type '{type(value).__name__}'")
    real, imag = value._pair
    if kind or options:
        parts = format(real, sign + options + (kind or "g")), format(imag, "+" + options + (kind or "g"))
    else:
        first = _number(real)
        parts = first if first.startswith("-") or sign in ("", "-") else sign + first, _signed(imag)
    if kind:
        text = f"{parts[0]}{parts[1]}j"
    elif _is_plus_zero(real):
        text = (parts[1] if sign == "+" or parts[1].startswith("-") else sign.strip("-") + parts[1][1:]) + "j"
    else:
        text = f"({parts[0]}{parts[1]}j)"
    space = width - len(text)
    if space <= 0:
        return text
    before = 0 if align == "<" else space // 2 if align == "^" else space
    return fill * before + text + fill * (space - before)
