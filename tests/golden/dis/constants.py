# Short forms of loads, constants, names known at build time.
import math
from math import sqrt

print(None, True, False, ..., 0, 1, 2, 3, -1, 127, -128, 128, 1 << 40, 1.5, "text", b"bytes")
print((1, (2, "two")), math.pi, sqrt, __name__, ValueError, NotImplemented)


def member(x):
    return x in {1, 2.5, "three", (4, 5)}


global_value = member(2)
del global_value
