# SPDX-License-Identifier: MIT
# Endless recursion ends in RecursionError, and the program goes on.

def forever(n):
    return forever(n + 1) + 1


def mutual_a():
    return mutual_b()


def mutual_b():
    return [mutual_a()]


class Loop:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __add__(self, other):
        return self + other


def generator(n):
    yield from generator(n + 1)


def attempt(action):
    try:
        action()
    except RecursionError as e:
        return "RecursionError", isinstance(e, RuntimeError)
    return "no error"


loop = Loop()
print(attempt(lambda: forever(0)))
print(attempt(mutual_a))
print(attempt(lambda: loop + 1))
print(attempt(lambda: loop == 1))
print(attempt(lambda: next(generator(0))))
print(attempt(lambda: repr(loop)))


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(40), attempt(lambda: forever(0)), count(40))


def guarded(n):
    try:
        return guarded(n + 1)
    except RecursionError:
        return "caught inside"


print(guarded(0))
cleaned = []


def cleaning(n):
    try:
        cleaning(n + 1)
    finally:
        if n < 3:
            cleaned.append(n)


print(attempt(lambda: cleaning(0)), cleaned)
