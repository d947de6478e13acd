# SPDX-License-Identifier: MIT
# The part of `collections` that library modules use.


def namedtuple(typename, field_names, defaults=()):
    """A tuple class whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = tuple(field_names)

    class Named(tuple):
        _fields = names
        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            rest = names[len(args):]
            values = list(args)
            for position, name in enumerate(rest, len(args)):
                if name in kwargs:
                    values.append(kwargs.pop(name))
                elif position >= len(names) - len(defaults):
                    values.append(defaults[position - len(names)])
                else:
                    raise TypeError(f"{typename} wants {name}")
            if kwargs or len(values) > len(names):
                raise TypeError(f"{typename} takes {len(names)} values")
            return tuple.__new__(cls, values)

        def __repr__(self):
            return typename + "(" + ", ".join(f"{n}={v!r}" for n, v in zip(names, self)) + ")"

        def _replace(self, **changes):
            return type(self)(*(changes.get(n, v) for n, v in zip(names, self)))

        def _asdict(self):
            return dict(zip(names, self))

        @classmethod
        def _make(cls, iterable):
            return cls(*iterable)

    for position, name in enumerate(names):
        setattr(Named, name, _Item(position))
    Named.__name__ = typename
    return Named


class _Item:
    """Reads one item of a tuple by name."""

    def __init__(self, position):
        self.position = position

    def __get__(self, instance, owner=None):
        return self if instance is None else instance[self.position]


class deque:
    """A double-ended queue on a list."""

    def __init__(self, iterable=(), maxlen=None):
        self.items = []
        self.maxlen = maxlen
        for item in iterable:
            self.append(item)

    def append(self, item):
        self.items.append(item)
        if self.maxlen is not None and len(self.items) > self.maxlen:
            del self.items[0]

    def appendleft(self, item):
        self.items.insert(0, item)

    def pop(self):
        return self.items.pop()

    def popleft(self):
        return self.items.pop(0)

    def extend(self, iterable):
        for item in iterable:
            self.append(item)

    def clear(self):
        self.items.clear()

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __repr__(self):
        return f"deque({self.items})"


class ChainMap:
    """Several dicts as one; the first that has a key wins."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)
