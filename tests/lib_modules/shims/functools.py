# SPDX-License-Identifier: MIT
# The part of `functools` that library modules use.


def reduce(function, iterable, *initial):
    iterator = iter(iterable)
    value = initial[0] if initial else next(iterator)
    for item in iterator:
        value = function(value, item)
    return value


class partial:
    def __init__(self, func, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})


def wraps(wrapped):
    def decorate(wrapper):
        wrapper.__wrapped__ = wrapped
        return wrapper
    return decorate


def total_ordering(cls):
    """Fills in the comparisons that `__lt__` and `__eq__` decide."""
    def fill(name, method):
        if name not in vars(cls):
            setattr(cls, name, method)

    def not_or(value, same):
        return value if value is NotImplemented else same(value)

    fill("__gt__", lambda self, other: not_or(self.__lt__(other), lambda less: not less and self != other))
    fill("__le__", lambda self, other: not_or(self.__lt__(other), lambda less: less or self == other))
    fill("__ge__", lambda self, other: not_or(self.__lt__(other), lambda less: not less))
    return cls


def lru_cache(maxsize=128, typed=False):
    """A cache without a limit."""
    def decorate(function):
        results = {}

        def cached(*args):
            if args not in results:
                results[args] = function(*args)
            return results[args]
        return cached
    return decorate(maxsize) if callable(maxsize) else decorate


class cached_property:
    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = vars(instance)[self.name] = self.function(instance)
        return value


def cmp_to_key(compare):
    class Key:
        def __init__(self, item):
            self.item = item

        def __lt__(self, other):
            return compare(self.item, other.item) < 0
    return Key
