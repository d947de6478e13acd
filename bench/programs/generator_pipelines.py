# SPDX-License-Identifier: MIT
# bench-size: 60000
# Chains of generators: sources, filters, windows, merges and consumers that receive. Measures
# resuming and delegation.
import sys


def noise(count, seed):
    for _ in range(count):
        seed = (seed * 75 + 74) % 65537
        yield seed


def only(predicate, items):
    for item in items:
        if predicate(item):
            yield item


def changed(function, items):
    for item in items:
        yield function(item)


def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def windows(items):
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


def merged(*sources):
    """The items of all sources in turn, until the first of them ends."""
    sources = [iter(source) for source in sources]
    while True:
        for source in sources:
            try:
                yield next(source)
            except StopIteration:
                return


def flat(items):
    for item in items:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item


def summing(total=0):
    """Receives numbers; gives the sum so far."""
    while True:
        received = yield total
        if received is None:
            return total
        total += received


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    even = only(lambda n: n % 2 == 0, noise(count, 7))
    scaled = changed(lambda n: n // 2 % 1000, even)
    rising = (b - a for a, b in windows(scaled) if b > a)
    print(sum(rising))
    nested = [batch if len(batch) % 2 else [batch, [batch]] for batch in batches(noise(count // 4, 3), 7)]
    print(sum(flat(nested)) % 1000003)
    adder = summing()
    next(adder)
    for n in merged(noise(count // 2, 1), noise(count // 3, 2), range(count)):
        adder.send(n % 97)
    try:
        adder.send(None)
    except StopIteration as stop:
        print(stop.value)
    print(sum(1 for pair in zip(noise(count, 5), noise(count, 6)) if pair[0] > pair[1]), max(changed(abs, noise(count, 9))))


main()
