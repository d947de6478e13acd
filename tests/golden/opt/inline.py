import settings
from settings import tracing


def pair(x, y):
    return x, y, "mm"


def example(a, b):
    if tracing():
        print(a, b)
    return pair(a.x, settings.first(b.y))
