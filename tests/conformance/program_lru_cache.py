# SPDX-License-Identifier: MIT
# A cache with least-recently-used eviction on a doubly linked list, and one on an ordered dict.

class Link:
    __slots__ = ("prev", "next", "key", "value")


class Linked:
    def __init__(self, size):
        self.size = size
        self.map = {}
        self.hits = self.misses = 0
        self.root = root = Link()
        root.prev = root.next = root

    def _unlink(self, link):
        link.prev.next = link.next
        link.next.prev = link.prev

    def _front(self, link):
        link.next = self.root.next
        link.prev = self.root
        self.root.next.prev = link
        self.root.next = link

    def get(self, key, default=None):
        link = self.map.get(key)
        if link is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(link)
        self._front(link)
        return link.value

    def put(self, key, value):
        link = self.map.get(key)
        if link is not None:
            self._unlink(link)
        elif len(self.map) >= self.size:
            oldest = self.root.prev
            self._unlink(oldest)
            del self.map[oldest.key]
            link = None
        if link is None:
            link = Link()
            self.map[key] = link
        link.key, link.value = key, value
        self._front(link)

    def keys(self):
        link = self.root.next
        while link is not self.root:
            yield link.key
            link = link.next


class Ordered:
    def __init__(self, size):
        self.size, self.data = size, {}

    def get(self, key, default=None):
        if key not in self.data:
            return default
        self.data[key] = value = self.data.pop(key)
        return value

    def put(self, key, value):
        self.data.pop(key, None)
        self.data[key] = value
        while len(self.data) > self.size:
            self.data.pop(next(iter(self.data)))

    def keys(self):
        return reversed(self.data)


def exercise(cache):
    state = 3
    for step in range(60):
        state = state * 137 % 1009
        key = "k" + str(state % 7)
        if step % 3 == 0:
            cache.put(key, step)
        else:
            cache.get(key)
    return list(cache.keys())


a, b = Linked(4), Ordered(4)
print(exercise(a), exercise(b), a.hits, a.misses)
print(list(a.keys()) == list(b.keys()), len(a.map), sorted(a.map) == sorted(b.data))


def cached(size):
    def decorate(f):
        store = Linked(size)

        def wrapper(*args):
            missing = store
            value = store.get(args, missing)
            if value is missing:
                value = f(*args)
                store.put(args, value)
            return value
        wrapper.store = store
        return wrapper
    return decorate


@cached(16)
def grid_paths(r, c):
    return 1 if not r or not c else grid_paths(r - 1, c) + grid_paths(r, c - 1)


print(grid_paths(7, 6), len(grid_paths.store.map), grid_paths.store.hits > 0, next(grid_paths.store.keys()))
