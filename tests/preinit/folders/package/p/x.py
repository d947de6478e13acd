from . import LEVEL
L = [LEVEL]
