"The package."
NAME = __name__
LEVEL = 3
