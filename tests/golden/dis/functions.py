# What becomes of functions and classes: objects in ROM, closures, class bodies, generators.
class Point:
    """A point."""
    origin = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


class Sub(Point):
    def __init__(self):
        super().__init__(1)


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count
    return step


def numbers(*args, key=None, **rest):
    for a in args:
        yield a
    yield from rest


squares = [n * n for n in range(5)]
make = [lambda: i for i in squares]
