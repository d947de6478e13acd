# SPDX-License-Identifier: MIT
# copy: shallow and deep copies. What has no __copy__ is taken apart by __reduce_ex__ and put
# together again; containers of the runtime are copied directly.
from copyreg import dispatch_table


class Error(Exception):
    pass


error = Error


def _is_atomic(cls):
    return cls in (int, str, bool, float, bytes, type(None), tuple, frozenset, range, slice, property, type(...),
                   type(NotImplemented), type(len), type(copy)) or issubclass(cls, type)


def _parts(x, cls):
    reduce = dispatch_table.get(cls)
    if reduce is not None:
        return reduce(x)
    return x.__reduce_ex__(4)


def copy(x):
    cls = type(x)
    if _is_atomic(cls):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    parts = _parts(x, cls)
    return x if isinstance(parts, str) else _rebuild(x, None, *parts)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    cls = type(x)
    if cls in (int, str, bool, float, bytes, type(None)):
        return x
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if cls is list:
        made = memo[id(x)] = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        for a, b in zip(x, items):
            if a is not b:
                made = tuple(items)
                break
        else:
            return x
    elif _is_atomic(cls) and cls is not frozenset:
        return x
    elif cls in (set, frozenset):
        made = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        made = x.copy()
    elif cls is type(memo.get):
        made = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        method = getattr(x, "__deepcopy__", None)
        if method is not None:
            made = method(memo)
        else:
            parts = _parts(x, cls)
            if isinstance(parts, str):
                return x
            made = _rebuild(x, memo, *parts)
    if made is not x:
        memo[id(x)] = made
        # The ids of temporary objects may be used again, so what was copied stays alive.
        memo.setdefault(id(memo), []).append(x)
    return made


def _rebuild(x, memo, make, args, state=None, items=None, pairs=None, *_):
    deep = memo is not None
    if deep:
        args = [deepcopy(arg, memo) for arg in args]
    made = make(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            for values in (state, slots):
                if values is not None:
                    for name, value in values.items():
                        setattr(made, name, value)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            made[key] = value
    return made
