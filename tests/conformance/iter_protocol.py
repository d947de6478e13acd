# SPDX-License-Identifier: MIT
# User iterators and iterables; iter() in all its forms; __getitem__ fallback.

class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Repeatable:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


class Indexed:
    def __getitem__(self, i):
        if i >= 4:
            raise IndexError
        return i * i


class Failing:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("no next")


c = Countdown(3)
print(list(c), list(c), iter(c) is c)
r = Repeatable(1, 2, 3)
print(list(r), list(r), [x for x in r], sum(r), max(r), 2 in r, 9 in r, sorted(r, reverse=True), tuple(r), set(r) == {1, 2, 3})
x = Indexed()
print(list(x), 9 in x, 5 in x, [v for v in x], tuple(iter(x)), max(x), list(zip(x, "abcdef")))
a, b, *rest = r
print(a, b, rest, *r, [*r, *x], dict(zip(r, x)), list(enumerate(r, 10)), list(map(lambda p, q: p * q, r, x)))
try:
    for v in Failing():
        pass
except ValueError as e:
    print(e)
for bad in (5, None, object, lambda: 1):
    try:
        iter(bad)
    except TypeError as e:
        print(e)
try:
    for v in 5:
        pass
except TypeError as e:
    print(e)


class BadIter:
    def __iter__(self):
        return 5


try:
    list(BadIter())
except TypeError as e:
    print(e)
values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)), list(values))
chunks = iter("streaming text")
print([piece for piece in iter(lambda: "".join(c for c, _ in zip(chunks, range(4))), "")])
it = iter([1, 2])
print(next(it), next(it), next(it, None), next(it, "d"))
try:
    next(it)
except StopIteration:
    print("stop")
it = iter("abcd")
print([(a, b) for a, b in zip(it, it)], list(it), iter(it) is it, type(iter([])) is type(iter([1])))
lst = [1, 2, 3]
it = iter(lst)
next(it)
lst.append(4)
print(list(it), list(it))
lst.append(5)
print(list(it))
nested = iter([iter([1, 2]), iter("x")])
print([list(i) for i in nested])
print(Countdown(2).__next__(), list(Repeatable().__iter__()), next(iter({"k": 1})), next(iter({7})), next(reversed([1, 2])))
