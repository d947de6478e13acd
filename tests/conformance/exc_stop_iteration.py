# SPDX-License-Identifier: MIT
# StopIteration and friends at the edges of loops, next, generators and user iterators.

class Stops:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("done value")
        self.n -= 1
        return self.n


print(list(Stops(3)), [x for x in Stops(2)], sum(Stops(4)))
it = Stops(1)
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args, repr(e))
for i in Stops(2):
    print("loop", i)
else:
    print("loop else")


def raises_in_body():
    out = []
    try:
        for i in Stops(3):
            out.append(i)
            if i == 1:
                raise StopIteration("from the body")
    except StopIteration as e:
        out.append(str(e))
    return out


print(raises_in_body())


def first(items):
    for item in items:
        return item
    raise LookupError("empty")


print(first([7]))
try:
    first([])
except LookupError as e:
    print(e)


class OtherError:
    def __iter__(self):
        return self

    def __next__(self):
        raise IndexError("not stop")


for consume in (list, tuple, sum, max, lambda it: [*it], lambda it: [x for x in it], lambda it: dict(it), lambda it: "".join(it), lambda it: 5 in it):
    try:
        consume(OtherError())
    except IndexError as e:
        print(e, end=";")
print()
m = map(lambda x: next(iter([])), [1, 2])
try:
    next(m)
except StopIteration:
    print("map lets it through")
print(list(map(lambda it: next(it), [iter([1]), iter([]), iter([2])])))


def gen_return(v):
    if v:
        yield v
    return v * 10


for v in (0, 3):
    g = gen_return(v)
    values = []
    while True:
        try:
            values.append(next(g))
        except StopIteration as stop:
            print(values, stop.value)
            break


class GetItemStops:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i


print(list(GetItemStops()))
try:
    for x in iter(lambda: [].pop(), None):
        pass
except IndexError as e:
    print(e)
counter = iter(range(10))
pairs = []
while True:
    try:
        pairs.append((next(counter), next(counter), next(counter)))
    except StopIteration:
        break
print(pairs, next(counter, "empty"))
