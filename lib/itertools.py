# SPDX-License-Identifier: MIT
# itertools: as generators. Functions that check arguments do so when called, as the classes of
# CPython do, and give the generator of an inner function.


def _chain(iterables):
    for iterable in iterables:
        yield from iterable


class chain:
    def __new__(cls, *iterables):
        return _chain(iterables)

    from_iterable = _chain


def count(start=0, step=1):
    if not (hasattr(start, "__add__") and hasattr(step, "__add__")) or isinstance(start, (str, bytes, list, tuple)):
        raise TypeError("a number is required")
    return _count(start, step)


def _count(number, step):
    while True:
        yield number
        number += step


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        yield from saved


def repeat(object, times=None):
    if times is None:
        return _repeat_forever(object)
    return _repeat(object, range(times))


def _repeat_forever(object):
    while True:
        yield object


def _repeat(object, times):
    for _ in times:
        yield object


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


def compress(data, selectors):
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for item, keep in zip(data, selectors):
        if keep:
            yield item


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            break
        yield item


def filterfalse(predicate, iterable, /):
    return _filterfalse(predicate, iter(iterable))


def _filterfalse(predicate, iterator):
    for item in iterator:
        if not (item if predicate is None else predicate(item)):
            yield item


def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))


def _starmap(function, iterator):
    for args in iterator:
        yield function(*args)


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(iterator):
    for a in iterator:
        for b in iterator:
            yield a, b
            a = b


def _bound(value, message):
    if value is None:
        return value
    if not hasattr(value, "__index__"):
        raise ValueError(message)
    value = range(value).stop
    if value < 0:
        raise ValueError(message)
    return value


_STOP = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."


def islice(iterable, /, *bounds):
    start = 0
    step = 1
    if len(bounds) == 1:
        stop = _bound(bounds[0], _STOP)
    elif 2 <= len(bounds) <= 3:
        message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        stop = _bound(bounds[1], _STOP)
        start = _bound(bounds[0], message) or 0
        if len(bounds) == 3 and bounds[2] is not None:
            step = bounds[2]
            message = "Step for islice() must be a positive integer or None."
            step = _bound(step, message)
            if step == 0:
                raise ValueError(message)
    else:
        raise TypeError("islice expected at %s, got %d" % (
            ("least 2 arguments", 1) if not bounds else ("most 4 arguments", len(bounds) + 1)))
    return _islice(iter(iterable), start, stop, step)


def _islice(iterator, start, stop, step):
    # Takes no more of the iterator than it gives, but for what is skipped in front of `stop`.
    at = 0
    while at < start:
        for _ in iterator:
            break
        else:
            return
        at += 1
    while stop is None or at < stop:
        for item in iterator:
            break
        else:
            return
        yield item
        following = at + step
        if stop is not None and following > stop:
            following = stop
        at += 1
        while at < following:
            for _ in iterator:
                break
            else:
                return
            at += 1


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    live = len(iterators)
    while live:
        row = []
        for i, iterator in enumerate(iterators):
            item = fillvalue
            if iterator is not None:
                for item in iterator:
                    break
                else:
                    iterators[i] = None
                    live -= 1
                    if not live:
                        return
            row.append(item)
        yield tuple(row)


class _Group:
    # The state that groupby() shares with the groups that it gives.
    __slots__ = ("iterator", "keyfunc", "key", "item", "known", "number")

    def step(self):
        for item in self.iterator:
            self.item = item
            self.key = item if self.keyfunc is None else self.keyfunc(item)
            self.known = True
            return True
        self.known = False
        return False

    def walk(self, number, key):
        while self.number == number and self.known:
            if not (self.key is key or self.key == key):
                return
            self.known = False
            item = self.item
            self.item = None
            yield item
            if self.number != number:
                return
            self.step()


def groupby(iterable, key=None):
    state = _Group()
    state.iterator = iter(iterable)
    state.keyfunc = key
    state.key = state.item = None
    state.number = 0
    state.known = False
    return _groupby(state)


def _groupby(state):
    if not state.step():
        return
    while True:
        state.number += 1
        key = state.key
        yield key, state.walk(state.number, key)
        if not state.known and not state.step():
            return
        while state.key is key or state.key == key:
            if not state.step():
                return


class _Tee:
    # Items lie in links [item, next link], which every branch goes along by itself.
    __slots__ = ("iterator", "link")

    def __init__(self, iterator, link):
        self.iterator = iterator
        self.link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self.link
        if link[1] is None:
            link[0] = next(self.iterator)
            link[1] = [None, None]
        self.link = link[1]
        return link[0]

    def __copy__(self):
        return _Tee(self.iterator, self.link)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    if isinstance(iterator, _Tee):
        return tuple([_Tee(iterator.iterator, iterator.link) for _ in range(n)])
    link = [None, None]
    return tuple([_Tee(iterator, link) for _ in range(n)])


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    if not all(pools):
        return
    places = [0] * len(pools)
    row = [pool[0] for pool in pools]
    while True:
        yield tuple(row)
        i = len(pools) - 1
        while i >= 0:
            places[i] += 1
            if places[i] < len(pools[i]):
                break
            places[i] = 0
            i -= 1
        else:
            return
        for k in range(i, len(pools)):
            row[k] = pools[k][places[k]]


def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is None:
        r = len(pool)
    if not isinstance(r, int):
        raise TypeError("Expected int as r")
    if r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, r)


def _permutations(pool, r):
    if r > len(pool):
        return
    used = [False] * len(pool)
    places = list(range(r))
    for i in places:
        used[i] = True
    while True:
        yield tuple([pool[i] for i in places])
        k = r - 1
        while k >= 0:
            # The next free place behind that of position k, with the positions after it freed.
            at = places[k]
            used[at] = False
            at += 1
            while at < len(pool) and used[at]:
                at += 1
            if at < len(pool):
                break
            k -= 1
        else:
            return
        used[at] = True
        places[k] = at
        at = 0
        for i in range(k + 1, r):
            while used[at]:
                at += 1
            used[at] = True
            places[i] = at


def combinations(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r, 1)


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r, 0)


def _combinations(pool, r, gap):
    # With gap 1 places rise, with gap 0 they do not fall.
    size = len(pool)
    if (r > size) if gap else (r and not size):
        return
    places = [i * gap for i in range(r)]
    while True:
        yield tuple([pool[i] for i in places])
        k = r - 1
        while k >= 0 and places[k] == size - 1 - gap * (r - 1 - k):
            k -= 1
        if k < 0:
            return
        at = places[k] + 1
        for i in range(k, r):
            places[i] = at
            at += gap
