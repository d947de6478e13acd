# Modules and names that are not there.
import maths
import math.sub
from math import sqroot
from pack import one, three
from pack.deep import nothing
import pack.missing
try:
    import fast_version
    from pack import unknown
except ImportError:
    fast_version = None
