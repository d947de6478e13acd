# What a generator sees of the exception that whoever resumes it is handling.
import sys


def context(error):
    return repr(error.__context__)


def plain():
    yield sys.exc_info()[0]
    raise KeyError("own")


def catches():
    while True:
        try:
            yield sys.exc_info()[0]
            raise ValueError("inside")
        except ValueError as error:
            yield sys.exc_info()[0], context(error)


def reraises():
    yield 1
    raise


def outer(inner):
    yield from inner


def drive(make):
    it = make()
    seen = []
    try:
        raise IndexError("outside")
    except IndexError:
        seen.append(next(it))
        try:
            seen.append(next(it))
        except Exception as error:
            seen.append((repr(error), context(error)))
    return seen


print(drive(plain))
print(drive(lambda: outer(plain())))
print(drive(catches))
print(drive(reraises))

it = catches()
print(next(it), next(it), next(it), next(it))
try:
    next(reraises())
    it = reraises()
    next(it)
    next(it)
except RuntimeError as error:
    print(error, context(error))


def keeps():
    try:
        raise OSError("kept")
    except OSError:
        while True:
            yield sys.exc_info()[0]


it = keeps()
print(next(it), sys.exc_info()[0])
try:
    1 / 0
except ZeroDivisionError:
    print(next(it), sys.exc_info()[0])
print(next(it), sys.exc_info()[0])
