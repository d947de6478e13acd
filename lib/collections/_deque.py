# SPDX-License-Identifier: MIT
# A queue with two ends: a list of which the first items are unused.


class deque:
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._items = []
        self._head = 0  # items before it are unused, and None
        self._maxlen = maxlen
        self.extend(iterable)

    maxlen = property(lambda self: self._maxlen)

    def append(self, x, /):
        items = self._items
        items.append(x)
        if self._maxlen is not None and len(items) - self._head > self._maxlen:
            self.popleft()

    def appendleft(self, x, /):
        items = self._items
        if not self._head:
            room = len(items) // 2 + 4
            items[:0] = [None] * room
            self._head = room
        self._head -= 1
        items[self._head] = x
        if self._maxlen is not None and len(items) - self._head > self._maxlen:
            items.pop()

    def pop(self):
        items = self._items
        if len(items) == self._head:
            raise IndexError("pop from an empty deque")
        return items.pop()

    def popleft(self):
        items = self._items
        head = self._head
        if len(items) == head:
            raise IndexError("pop from an empty deque")
        x = items[head]
        items[head] = None
        head += 1
        if head > 16 and 2 * head > len(items):
            del items[:head]
            head = 0
        self._head = head
        return x

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        if self._maxlen is None:
            self._items.extend(iterable)
        else:
            for x in iterable:
                self.append(x)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        for x in iterable:
            self.appendleft(x)

    def clear(self):
        self._items.clear()
        self._head = 0

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def __reduce__(self):
        return type(self), ((), self._maxlen), None, iter(self)

    def count(self, x, /):
        found = 0
        for item in self:
            if item is x or item == x:
                found += 1
        return found

    def index(self, x, start=0, stop=None, /):
        size = len(self)
        if start < 0:
            start = max(start + size, 0)
        if stop is None or stop > size:
            stop = size
        elif stop < 0:
            stop = max(stop + size, 0)
        for i in range(start, stop):
            item = self._items[self._head + i]
            if item is x or item == x:
                return i
        raise ValueError(f"{x!r} is not in deque")

    def insert(self, i, x, /):
        size = len(self)
        if size == self._maxlen:
            raise IndexError("deque already at its maximum size")
        if i < 0:
            i = max(i + size, 0)
        self._items.insert(self._head + min(i, size), x)

    def remove(self, value, /):
        for i, item in enumerate(self):
            if item is value or item == value:
                del self._items[self._head + i]
                return
        raise ValueError(f"{value!r} is not in deque")

    def reverse(self):
        items = self._items
        del items[:self._head]
        self._head = 0
        items.reverse()

    def rotate(self, n=1, /):
        size = len(self)
        if size > 1:
            items = self._items
            del items[:self._head]
            self._head = 0
            n %= size
            if n:
                items[:0] = items[size - n:]
                del items[size:]

    def _place(self, i):
        if not hasattr(i, "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(i).__name__}'")
        i = range(i).stop
        size = len(self._items) - self._head
        if i < 0:
            i += size
        if not 0 <= i < size:
            raise IndexError("deque index out of range")
        return self._head + i

    def __getitem__(self, i):
        return self._items[self._place(i)]

    def __setitem__(self, i, x):
        self._items[self._place(i)] = x

    def __delitem__(self, i):
        del self._items[self._place(i)]

    def __len__(self):
        return len(self._items) - self._head

    def __bool__(self):
        return len(self._items) > self._head

    def __iter__(self):
        size = len(self)
        i = 0
        while i < size:
            yield self._items[self._head + i]
            if len(self) != size:
                raise RuntimeError("deque mutated during iteration")
            i += 1

    def __reversed__(self):
        size = i = len(self)
        while i:
            i -= 1
            yield self._items[self._head + i]
            if len(self) != size:
                raise RuntimeError("deque mutated during iteration")

    def __contains__(self, x):
        for item in self:
            if item is x or item == x:
                return True
        return False

    def __repr__(self):
        # The list is the one place where a deque inside of itself can show: it is emptied meanwhile.
        items = self._items
        if items is None:
            return "[...]"
        self._items = None
        try:
            shown = repr(items[self._head:])
        finally:
            self._items = items
        if self._maxlen is None:
            return f"{type(self).__name__}({shown})"
        return f"{type(self).__name__}({shown}, maxlen={self._maxlen})"

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) == list(other)

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) < list(other)

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) <= list(other)

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) > list(other)

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) >= list(other)

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        if not hasattr(n, "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        return type(self)(list(self) * n, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        items = list(self) * n
        self.clear()
        self.extend(items)
        return self
