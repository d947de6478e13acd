from first import *
from computed import *
__all__ = ["beta", "gamma"]
beta = gamma = 3
unlisted = 4
