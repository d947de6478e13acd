import settings
from settings import WIDTH

SCALE = 3


def example(x):
    if settings.TRACE:
        print("x is", x)
    return x * SCALE + WIDTH + settings.PINS[0]
