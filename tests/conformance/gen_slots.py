# SPDX-License-Identifier: MIT
# What a generator held when it last waited is not kept by it when it runs on, waits elsewhere or ends.
import gc
import weakref


class Thing:
    pass


def held(refs):
    one = Thing()
    refs.append(weakref.ref(one))
    yield "one"
    one = None
    gc.collect()
    print("running", refs[0]() is None)
    for two in [Thing()]:
        refs.append(weakref.ref(two))
        yield (yield "nested")
    del two
    yield "less"
    gc.collect()
    print("end", [ref() is None for ref in refs])


def odd(a, b=0, c=0):
    total = a
    while True:
        got = yield total, [a, b, (yield c)]
        total += got or 1
        if total > 12:
            return total


def main():
    refs = []
    for value in held(refs):
        gc.collect()
        print(value, [ref() is None for ref in refs])
    waiting = held([])
    for _ in range(3):
        next(waiting)
    del waiting
    gc.collect()
    steps = odd(1, 2, 3)
    print([next(steps) if n % 3 else steps.send(None if n == 0 else n) for n in range(9)])
    try:
        while True:
            print(steps.send(5))
    except StopIteration as stop:
        print(stop.value, next(steps, "ended"))
    nested = [odd(n, n) for n in range(4)]
    print([a for a in zip(*nested)][-1], sum(1 for _ in odd(0)), max(odd(3), key=str))


main()
