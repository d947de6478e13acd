# Star imports bring public names, or those of __all__; also through each other.
from first import *
from second import *
from math import *

print(alpha, beta, gamma, sqrt, pi)
print(_hidden)
print(unlisted)
