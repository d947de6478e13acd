# SPDX-License-Identifier: MIT
# nonlocal through several levels, with del, augmented assignment, loops and classes between.

def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "inner"
        before = x
        inner()
        return before, x
    return middle(), x


print(outer())


def nearest():
    x = 1

    def middle():
        x = 2

        def inner():
            nonlocal x
            x += 10
            return x
        return inner(), x
    return middle(), x


print(nearest())


def loops():
    total = 0
    i = -1

    def run(n):
        nonlocal total, i
        for i in range(n):
            total += i
    run(5)
    return total, i


print(loops())


def targets():
    a = b = c = None
    e = "untouched"

    def run():
        nonlocal a, b, c, e
        a, *b = 1, 2, 3
        with Manager() as c:
            pass
        try:
            raise ValueError("caught")
        except ValueError as e:
            pass
        import math as e
    run()
    return a, b, c, e.__name__


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, *exc):
        return None


print(targets())


def through_class():
    n = 0

    class Counter:
        n = "class attribute"

        def hit(self):
            nonlocal n
            n += 1
            return n, self.n
    c = Counter()
    c.hit()
    return c.hit(), n


print(through_class())


def deleted():
    x = 1

    def drop():
        nonlocal x
        del x
    drop()
    try:
        return x
    except UnboundLocalError as e:
        return str(e)
    except NameError as e:
        return str(e)


print(deleted())


def generator_state():
    count = 0

    def gen():
        nonlocal count
        while count < 3:
            count += 1
            yield count
    g = gen()
    next(g)
    count = 2
    return list(g), count


print(generator_state())


def walrus():
    found = None

    def search(items):
        nonlocal found
        return any((found := x) > 2 for x in items)
    return search([1, 2, 3, 4]), found


print(walrus())
