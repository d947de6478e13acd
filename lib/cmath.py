# SPDX-License-Identifier: MIT
# cmath: functions of complex numbers, made from those of math.
import math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _complex(z):
    if isinstance(z, (complex, int, float)) or hasattr(type(z), "__complex__") or hasattr(type(z), "__float__") \
            or hasattr(type(z), "__index__"):
        return complex(z)
    raise TypeError(f"must be real number, not {type(z).__name__}")


def phase(z, /):
    z = _complex(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    z = _complex(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    r = float(r)
    phi = float(phi)
    if phi == 0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def isnan(z, /):
    z = _complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z, /):
    z = _complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isfinite(z, /):
    z = _complex(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    a = _complex(a)
    b = _complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    apart = abs(a - b)
    return apart <= rel_tol * abs(b) or apart <= rel_tol * abs(a) or apart <= abs_tol


def exp(z, /):
    z = _complex(z)
    size = math.exp(z.real)
    return complex(size * math.cos(z.imag), size * math.sin(z.imag))


def log(z, base=None, /):
    z = _complex(z)
    if z == 0:
        raise ValueError("math domain error")
    size = abs(z)
    near = max(abs(z.real), abs(z.imag))
    other = min(abs(z.real), abs(z.imag))
    # Near 1 the logarithm of the size loses digits.
    real = math.log1p((near - 1) * (near + 1) + other * other) / 2 if 0.71 <= size <= 1.73 else math.log(size)
    made = complex(real, phase(z))
    return made if base is None else made / log(base)


def log10(z, /):
    z = log(z)
    return complex(z.real / math.log(10), z.imag / math.log(10))


def sqrt(z, /):
    z = _complex(z)
    real = z.real
    imag = z.imag
    if real == 0 and imag == 0:
        return complex(0.0, imag)
    s = math.sqrt((abs(real) + abs(z)) / 2)
    other = abs(imag) / (2 * s)
    if real >= 0:
        return complex(s, math.copysign(other, imag))
    return complex(other, math.copysign(s, imag))


def cosh(z, /):
    z = _complex(z)
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def sinh(z, /):
    z = _complex(z)
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def tanh(z, /):
    z = _complex(z)
    if abs(z.real) > 300:
        return complex(math.copysign(1.0, z.real), 0.0)
    tx = math.tanh(z.real)
    ty = math.tan(z.imag)
    cx = 1 / math.cosh(z.real)
    below = 1 + (tx * ty) ** 2
    return complex(tx * (1 + ty * ty) / below, (ty / below) * cx * cx)


def _turned(z):  # z * 1j
    return complex(-z.imag, z.real)


def _back(z):  # z / 1j
    return complex(z.imag, -z.real)


def cos(z, /):
    return cosh(_turned(_complex(z)))


def sin(z, /):
    return _back(sinh(_turned(_complex(z))))


def tan(z, /):
    return _back(tanh(_turned(_complex(z))))


def acos(z, /):
    z = _complex(z)
    a = sqrt(complex(1 - z.real, -z.imag))
    b = sqrt(complex(1 + z.real, z.imag))
    return complex(2 * math.atan2(a.real, b.real), math.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    z = _complex(z)
    a = sqrt(complex(z.real - 1, z.imag))
    b = sqrt(complex(z.real + 1, z.imag))
    return complex(math.asinh(a.real * b.real + a.imag * b.imag), 2 * math.atan2(a.imag, b.real))


def asinh(z, /):
    z = _complex(z)
    a = sqrt(complex(1 + z.imag, -z.real))
    b = sqrt(complex(1 - z.imag, z.real))
    return complex(math.asinh(a.real * b.imag - b.real * a.imag),
                   math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def asin(z, /):
    return _back(asinh(_turned(_complex(z))))


def atanh(z, /):
    z = _complex(z)
    if z.real < 0 or (z.real == 0 and math.copysign(1.0, z.real) < 0):
        return -atanh(-z)
    if z == 1:
        raise ValueError("math domain error")
    beyond = 1 - z.real
    real = math.log1p(4 * z.real / (beyond * beyond + z.imag * z.imag)) / 4
    imag = math.atan2(2 * z.imag, beyond * (1 + z.real) - z.imag * z.imag) / 2
    return complex(real, imag)


def atan(z, /):
    return _back(atanh(_turned(_complex(z))))
