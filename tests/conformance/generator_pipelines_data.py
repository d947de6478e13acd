# SPDX-License-Identifier: MIT
# Pipelines of generators: windows, batches, merging, splitting, early ends, shared sources, running statistics.


def numbers(n):
    yield from range(1, n + 1)


def where(test, source):
    for x in source:
        if test(x):
            yield x


def batch(source, size):
    group = []
    for x in source:
        group.append(x)
        if len(group) == size:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def window(source, size):
    held = []
    for x in source:
        held = (held + [x])[-size:]
        if len(held) == size:
            yield tuple(held)


def until(stop, source):
    for x in source:
        yield x
        if stop(x):
            return "stopped"
    return "ran out"


def merge(*sources):
    heads = []
    for s in sources:
        for first in s:
            heads.append([first, s])
            break
    while heads:
        head = min(heads, key=lambda h: h[0])
        yield head[0]
        for head[0] in head[1]:
            break
        else:
            heads.remove(head)


def roundrobin(*sources):
    active = list(map(iter, sources))
    while active:
        for it in active[:]:
            try:
                yield next(it)
            except StopIteration:
                active.remove(it)


def running():
    count, total, mean = 0, 0.0, None
    while True:
        x = yield mean
        if x is None:
            return count, total
        count += 1
        total += x
        mean = total / count


print(list(where(lambda x: x % 3 == 0, numbers(20))), list(batch(numbers(7), 3)), list(window("abcde", 3)), list(batch([], 2)))
print(list(merge(iter([1, 4, 9]), iter([2, 3, 10, 11]), iter([]), iter([5]))), list(roundrobin("abc", "d", "ef")))


def report(source):
    result = yield from source
    yield f"({result})"


print(list(report(until(lambda x: x > 3, numbers(9)))), list(report(until(lambda x: x > 30, numbers(3)))))
r = running()
next(r)
print([r.send(x) for x in (10, 20, 60)])
try:
    r.send(None)
except StopIteration as stop:
    print(stop.value)
source = numbers(10)
print([next(source) for _ in range(3)], sum(where(lambda x: x % 2, source)), list(source))


def tee_log(source, log):
    for x in source:
        log.append(x)
        yield x


log = []
squares = (x * x for x in tee_log(numbers(100), log))
print(next(x for x in squares if x > 50), log, next(squares), len(log))


def sieve():
    def keep(p, source):
        return (x for x in source if x % p)
    source = iter(range(2, 200))
    while True:
        try:
            p = next(source)
        except StopIteration:
            return
        yield p
        source = keep(p, source)


def take(n, source):
    for _, x in zip(range(n), source):
        yield x


print(list(take(12, sieve())))


def tree(depth, path=""):
    if depth == 0:
        yield path
    else:
        for side in "LR":
            yield from tree(depth - 1, path + side)


print(list(tree(3)), sum(1 for _ in tree(7)))


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print(list(collatz(6)), max(range(1, 40), key=lambda n: sum(1 for _ in collatz(n))))
