# SPDX-License-Identifier: MIT
# weakref: references that do not keep their object. The collector clears them when it finds that
# nothing else refers to the object; so an object may be there until the next collection. Callbacks
# would have to run inside of a collection: they are refused.
from _weakref import get, make
from collections.abc import MutableSet

_PLAIN = (int, str, bytes, bytearray, tuple, list, dict, float, bool, type(None), type(...), range, slice)


class ReferenceType:
    __slots__ = ("_weak", "_hash")

    def __init__(self, object, callback=None):
        if type(object) in _PLAIN:
            raise TypeError(f"cannot create weak reference to '{type(object).__name__}' object")
        if callback is not None:
            raise TypeError("callbacks of weak references are not supported")
        self._weak = make(object)
        self._hash = None

    def __call__(self):
        return get(self._weak)

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        a = get(self._weak)
        b = get(other._weak)
        if a is None or b is None:
            return self is other
        return a is b or a == b

    def __hash__(self):
        if self._hash is None:
            object = get(self._weak)
            if object is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(object)
        return self._hash

    def __repr__(self):
        object = get(self._weak)
        return "<weakref; dead>" if object is None else f"<weakref; to '{type(object).__name__}'>"


ref = ReferenceType


class WeakMethod:
    def __init__(self, meth):
        self._object = ref(meth.__self__)
        self._function = meth.__func__

    def __call__(self):
        object = self._object()
        return None if object is None else self._function.__get__(object)


class _Weak:
    # What both dictionaries have.
    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"
    def popitem(self):
        items = self.items()
        if not items:
            raise KeyError("popitem(): dictionary is empty")
        del self[items[-1][0]]
        return items[-1]

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        if not isinstance(other, _Weak) and not isinstance(other, dict):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def get(self, key, default=None):
        return self[key] if key in self else default

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **kw):
        if hasattr(other, "keys"):
            for key in list(other.keys()):
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kw.items():
            self[key] = value


class WeakValueDictionary(_Weak):
    def __init__(self, other=(), /, **kw):
        self._refs = {}
        self.update(other, **kw)

    def _live(self):
        # Pairs that are still there; the others are dropped.
        for key, reference in list(self._refs.items()):
            value = reference()
            if value is None:
                del self._refs[key]
            else:
                yield key, value

    def __getitem__(self, key):
        value = self._refs[key]()
        if value is None:
            del self._refs[key]
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._refs[key] = ref(value)

    def __delitem__(self, key):
        del self._refs[key]

    def __contains__(self, key):
        reference = self._refs.get(key)
        return reference is not None and reference() is not None

    def __iter__(self):
        for key, _ in self._live():
            yield key

    def __len__(self):
        return len(list(self._live()))

    def keys(self):
        return [key for key, _ in self._live()]

    def valuerefs(self):
        return list(self._refs.values())

    def values(self):
        return [value for _, value in self._live()]

    def items(self):
        return list(self._live())

    def clear(self):
        self._refs.clear()


class WeakKeyDictionary(_Weak):
    # Pairs of a reference and a value, by the hash of the object.
    def __init__(self, dict=()):
        self._places = {}
        if dict is not None:
            self.update(dict)

    def _live(self):
        for number, pairs in list(self._places.items()):
            kept = [pair for pair in pairs if pair[0]() is not None]
            if not kept:
                del self._places[number]
                continue
            self._places[number] = kept
            for pair in kept:
                key = pair[0]()
                if key is not None:
                    yield key, pair

    def _find(self, key):
        for pair in self._places.get(hash(key), ()):
            other = pair[0]()
            if other is key or (other is not None and other == key):
                return pair
        return None

    def __getitem__(self, key):
        pair = self._find(key)
        if pair is None:
            raise KeyError(key)
        return pair[1]

    def __setitem__(self, key, value):
        pair = self._find(key)
        if pair is not None:
            pair[1] = value
        else:
            self._places.setdefault(hash(key), []).append([ref(key), value])

    def __delitem__(self, key):
        pair = self._find(key)
        if pair is None:
            raise KeyError(key)
        self._places[hash(key)].remove(pair)

    def __contains__(self, key):
        return self._find(key) is not None

    def __iter__(self):
        for key, _ in self._live():
            yield key

    def __len__(self):
        return len(list(self._live()))

    def keys(self):
        return list(self)

    def keyrefs(self):
        return [pair[0] for _, pair in self._live()]

    def values(self):
        return [pair[1] for _, pair in self._live()]

    def items(self):
        return [(key, pair[1]) for key, pair in self._live()]

    def clear(self):
        self._places.clear()


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self._keys = WeakKeyDictionary()
        if data is not None:
            self.update(data)

    def add(self, item):
        self._keys[item] = None

    def discard(self, item):
        self._keys.pop(item, None)

    def remove(self, item):
        del self._keys[item]

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self._keys.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __contains__(self, item):
        return item in self._keys

    def __iter__(self):
        return iter(self._keys)

    def __len__(self):
        return len(self._keys)

    def __repr__(self):
        return repr({ref(item) for item in self})

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, WeakSet) else NotImplemented

    def update(self, other):
        for item in list(other):
            self.add(item)

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection_update(self, other):
        kept = list(other)
        for item in self:
            if item not in kept:
                self.discard(item)

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    def intersection(self, other):
        made = self.copy()
        made.intersection_update(other)
        return made

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    def issubset(self, other):
        return set(self).issubset(other)

    def issuperset(self, other):
        return set(self).issuperset(other)

    def isdisjoint(self, other):
        return set(self).isdisjoint(other)
