# SPDX-License-Identifier: MIT
# Wrong counts and wrong kinds in unpacking, and what has been bound before the error.

def attempt(action):
    try:
        return action()
    except (ValueError, TypeError) as e:
        return f"{type(e).__name__}: {e}"


def too_few():
    a, b = [1]


def too_many():
    a, b = [1, 2, 3]


def none():
    a, b = []


def star_few():
    a, b, *c = [1]


def star_few_end():
    *a, b, c = "x"


def not_iterable():
    a, b = 5


def none_value():
    a, b = None


def nested():
    (a, b), c = [1, 2], 3
    (a, b), c = [1], 3


def loop():
    for a, b in [(1, 2), (3,)]:
        pass


def string():
    a, b = "abc"


def generator():
    a, b = (i for i in range(5))


def dictionary():
    a, b, c = {"k": 1}


def single():
    a, = 1, 2


def comprehension():
    return [a for a, b in [(1, 2, 3)]]


def empty_target():
    () = [1]


def fine_empty():
    () = []
    [] = ()
    return "fine"


for f in (too_few, too_many, none, star_few, star_few_end, not_iterable, none_value, nested, loop, string, generator, dictionary, single, comprehension, empty_target, fine_empty):
    print(f.__name__, attempt(f))
consumed = iter(range(10))
try:
    a, b = consumed
except ValueError as e:
    print(e, list(consumed))
a = b = "old"
try:
    a, b = [1]
except ValueError:
    print(a, b)
box = {}
try:
    box["a"], (box["b"], box["c"]) = 1, (2,)
except ValueError as e:
    print(e, box)


class Raises:
    def __iter__(self):
        yield 1
        raise KeyError("mid-iteration")


try:
    x, y, z = Raises()
except KeyError as e:
    print(e)


class Counted:
    def __init__(self):
        self.asked = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.asked += 1
        return self.asked


c = Counted()
try:
    a, b = c
except ValueError as e:
    print(e, c.asked)
for action in (lambda: print(*5), lambda: [*1], lambda: {*1}, lambda: {**[]}, lambda: {**5}, lambda: (*None,), lambda: dict(**5), lambda: max(*7)):
    print(attempt(action).split(":")[0], end=" ")
print(attempt(lambda: (lambda a, b: a)(*[1, 2, 3])))
