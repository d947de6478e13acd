# SPDX-License-Identifier: MIT
# Iterators of `itertools`, as generators.


def count(start=0, step=1):
    while True:
        yield start
        start += step


def repeat(item, times=None):
    while times is None or times > 0:
        yield item
        if times is not None:
            times -= 1


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


def islice(iterable, *args):
    s = slice(*args)
    start, stop, step = s.start or 0, s.stop, s.step or 1
    if stop is not None and stop <= start:
        return
    wanted = start
    for number, item in enumerate(iterable):
        if number == wanted:
            yield item
            wanted += step
        if stop is not None and (number + 1 >= stop or wanted >= stop):
            return


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def accumulate(iterable, function=None):
    total = None
    for number, item in enumerate(iterable):
        total = item if number == 0 else (function(total, item) if function else total + item)
        yield total
