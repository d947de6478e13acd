# SPDX-License-Identifier: MIT
# heapq: a binary heap in a list. items[i] is not greater than items[2 * i + 1] and items[2 * i + 2].


def _rise(heap, first, at):
    # Moves the item at `at` towards the root until its parent is not greater.
    item = heap[at]
    while at > first:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink(heap, at):
    # Moves the hole at `at` down along the smaller children to a leaf, then lets the item rise:
    # that takes fewer comparisons than asking on the way down, as it mostly comes from a leaf.
    first = at
    item = heap[at]
    size = len(heap)
    child = 2 * at + 1
    while child < size:
        if child + 1 < size and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, first, at)


def heappush(heap, item, /):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapreplace(heap, item, /):
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        return heapreplace(heap, item)
    return item


def heapify(x, /):
    for at in range(len(x) // 2 - 1, -1, -1):
        _sink(x, at)


class _Source:
    # The next item of one of the iterables that merge() takes together.
    __slots__ = ("value", "key", "number", "step", "reverse")

    def __lt__(self, other):
        a = self.key
        b = other.key
        if self.reverse:
            a, b = b, a
        if a < b:
            return True
        if b < a:
            return False
        return self.number < other.number


def merge(*iterables, key=None, reverse=False):
    heap = []
    for number, iterable in enumerate(iterables):
        step = iter(iterable).__next__
        try:
            value = step()
        except StopIteration:
            continue
        source = _Source()
        source.value = value
        source.key = value if key is None else key(value)
        source.number = number
        source.step = step
        source.reverse = reverse
        heap.append(source)
    heapify(heap)
    while heap:
        source = heap[0]
        yield source.value
        try:
            value = source.step()
        except StopIteration:
            heappop(heap)
            continue
        source.value = value
        source.key = value if key is None else key(value)
        _sink(heap, 0)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]
