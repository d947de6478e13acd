# SPDX-License-Identifier: MIT
# Generators put together: windows, batches, merges, groups, permutations.

def window(items, n):
    buffer = []
    for item in items:
        buffer.append(item)
        if len(buffer) > n:
            del buffer[0]
        if len(buffer) == n:
            yield tuple(buffer)


def batches(items, n):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == n:
            yield batch
            batch = []
    if batch:
        yield batch


def merge(a, b):
    a, b = iter(a), iter(b)
    end = object()
    x, y = next(a, end), next(b, end)
    while x is not end or y is not end:
        if y is end or (x is not end and x <= y):
            yield x
            x = next(a, end)
        else:
            yield y
            y = next(b, end)


def groups(items, key):
    current, out = None, []
    for item in items:
        k = key(item)
        if out and k != current:
            yield current, out
            out = []
        current = k
        out.append(item)
    if out:
        yield current, out


def primes():
    yield 2
    found = [2]
    n = 3
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 2


def islice(items, start, stop, step=1):
    for i, item in enumerate(items):
        if i >= stop:
            return
        if i >= start and (i - start) % step == 0:
            yield item


def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x,) + rest


def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        alive = []
        for it in its:
            for item in it:
                yield item
                alive.append(it)
                break
        its = alive


def tee_log(items, log):
    for item in items:
        log.append(item)
        yield item


print(list(window(range(5), 3)), list(window("ab", 3)), list(batches("abcdefg", 3)))
print(list(merge([1, 4, 6], [2, 3, 7, 8])), list(merge([], [1])), [(k, v) for k, v in groups("aabccc", lambda c: c)])
print(list(islice(primes(), 0, 15)), list(islice(primes(), 5, 12, 3)), ["".join(p) for p in permutations("abc")])
print(list(interleave("abc", [1], range(5, 9))), [n for n, _ in groups([1, 3, 2, 4, 5], lambda n: n % 2)])
log = []
print(next(x for x in tee_log(range(100), log) if x > 3), log)
lines = ["temp=20", "", "# note", "hum=x", "temp=25", "hum=40"]
fields = (line.split("=") for line in lines if line and not line.startswith("#"))
readings = ((name, int(value)) for name, value in fields if value.isdigit())
print(list(readings))
