# SPDX-License-Identifier: MIT
# functools: functions about functions.

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


_missing = object()


def reduce(function, iterable, initial=_missing, /):
    iterator = iter(iterable)
    total = initial
    if total is _missing:
        for total in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        total = function(total, item)
    return total


class partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, None)

    def __setstate__(self, state):
        self.func, self.args, self.keywords, _ = state

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*self.args, *args, **keywords)

    def __repr__(self):
        shown = [repr(self.func)]
        shown += [repr(arg) for arg in self.args]
        shown += [f"{name}={value!r}" for name, value in self.keywords.items()]
        name = "functools.partial" if type(self) is partial else type(self).__qualname__
        return f"{name}({', '.join(shown)})"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        func = self.func
        if hasattr(func, "__get__"):
            func = func.__get__(obj, cls)
        elif obj is not None:
            return partial(func, obj, *self.args, **self.keywords)
        if obj is None and func is self.func:
            def unbound(target, /, *args, **keywords):
                return func(target, *self.args, *args, **{**self.keywords, **keywords})
            return unbound
        return partial(func, *self.args, **self.keywords)


class _Key:
    __slots__ = ("obj", "compare")

    def __init__(self, obj, compare):
        self.obj = obj
        self.compare = compare

    def __lt__(self, other):
        return self.compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self.compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self.compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.compare(self.obj, other.obj) >= 0

    __hash__ = None


def cmp_to_key(mycmp):
    def K(obj):
        return _Key(obj, mycmp)
    return K


def _not(result):
    return result if result is NotImplemented else not result


def _or_equal(result, self, other):
    return result if result is NotImplemented else result or self == other


def _and_differs(result, self, other):
    return result if result is NotImplemented else not result and self != other


def total_ordering(cls):
    def has(name):
        return getattr(cls, name, None) is not getattr(object, name, None)
    if has("__lt__"):
        def above(self, other):
            return _and_differs(type(self).__lt__(self, other), self, other)

        def at_most(self, other):
            return _or_equal(type(self).__lt__(self, other), self, other)

        def at_least(self, other):
            return _not(type(self).__lt__(self, other))
        made = {"__gt__": above, "__le__": at_most, "__ge__": at_least}
    elif has("__le__"):
        def at_least(self, other):
            result = type(self).__le__(self, other)
            return result if result is NotImplemented else not result or self == other

        def below(self, other):
            result = type(self).__le__(self, other)
            return result if result is NotImplemented else result and self != other

        def above(self, other):
            return _not(type(self).__le__(self, other))
        made = {"__ge__": at_least, "__lt__": below, "__gt__": above}
    elif has("__gt__"):
        def below(self, other):
            return _and_differs(type(self).__gt__(self, other), self, other)

        def at_least(self, other):
            return _or_equal(type(self).__gt__(self, other), self, other)

        def at_most(self, other):
            return _not(type(self).__gt__(self, other))
        made = {"__lt__": below, "__ge__": at_least, "__le__": at_most}
    elif has("__ge__"):
        def at_most(self, other):
            result = type(self).__ge__(self, other)
            return result if result is NotImplemented else not result or self == other

        def above(self, other):
            result = type(self).__ge__(self, other)
            return result if result is NotImplemented else result and self != other

        def below(self, other):
            return _not(type(self).__ge__(self, other))
        made = {"__le__": at_most, "__gt__": above, "__lt__": below}
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, function in made.items():
        if not has(name):
            setattr(cls, name, function)
    return cls


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = self.func(instance)
        setattr(instance, self.attrname, value)
        return value


class _CacheInfo(tuple):
    # What cache_info() gives: a named tuple, without asking for collections.
    __slots__ = ()
    _fields = ("hits", "misses", "maxsize", "currsize")
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)


def _cache_key(args, keywords, typed):
    if not keywords and not typed:
        # One argument of these types is its own key: 1 and 1.0 share a place, as they are equal.
        if len(args) == 1 and type(args[0]) in (int, str):
            return args[0]
        return args
    key = args
    if keywords:
        key += (_missing,)
        for item in keywords.items():
            key += item
    if typed:
        key += tuple([type(value) for value in args])
        key += tuple([type(value) for value in keywords.values()])
    return key


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)
    return decorate


def cache(user_function, /):
    return _cached(user_function, None, False)


def _cached(function, maxsize, typed):
    results = {}  # the one used last is last
    hits = misses = 0

    def cached(*args, **keywords):
        nonlocal hits, misses
        key = _cache_key(args, keywords, typed)
        result = results.get(key, _missing)
        if result is not _missing:
            hits += 1
            if maxsize is not None:
                del results[key]
                results[key] = result
            return result
        misses += 1
        result = function(*args, **keywords)
        if maxsize is None:
            results[key] = result
        elif maxsize:
            if key not in results and len(results) >= maxsize:
                for oldest in results:
                    break
                del results[oldest]
            results[key] = result
        return result

    def cache_info():
        return _CacheInfo((hits, misses, maxsize, len(results)))

    def cache_clear():
        nonlocal hits, misses
        results.clear()
        hits = misses = 0

    def cache_parameters():
        return {"maxsize": maxsize, "typed": typed}

    cached.cache_info = cache_info
    cached.cache_clear = cache_clear
    cached.cache_parameters = cache_parameters
    return update_wrapper(cached, function)


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        # An abstract class that cls is registered with counts behind the last base that makes it one.
        mro = cls.__mro__
        for place, base in enumerate(mro):
            if base in registry:
                return registry[base]
            found = None
            for other in registry:
                if other in mro or not issubclass(base, other):
                    continue
                if [b for b in mro[place + 1:] if issubclass(b, other)]:
                    continue
                if found is None or issubclass(other, found):
                    found = other
                elif not issubclass(found, other):
                    raise RuntimeError(f"Ambiguous dispatch: {found} or {other}")
            if found is not None:
                return registry[found]
        return func

    def register(cls, func=None):
        if not isinstance(cls, type):
            raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                            "Use either `@register(some_class)`.")
        if func is None:
            return lambda f: register(cls, f)
        registry[cls] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{getattr(func, '__name__', 'singledispatch function')} requires at least "
                            "1 positional argument")
        return dispatch(type(args[0]))(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            return self.dispatcher.dispatch(type(args[0])).__get__(obj, cls)(*args, **keywords)
        method.register = self.register
        return method
