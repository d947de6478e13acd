# SPDX-License-Identifier: MIT
# itertools: infinite iterators and those over one iterable.
from itertools import (accumulate, chain, compress, count, cycle, dropwhile, filterfalse, islice, pairwise, repeat,
                       starmap, takewhile)


def attempt(function, *args, **kwargs):
    try:
        print(list(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(list(islice(count(), 4)), list(islice(count(10, -3), 4)), list(islice(count(0.5, 0.25), 3)), list(islice(count(start=2, step=5), 2)))
attempt(count, "a")
print(list(islice(cycle("abc"), 8)), list(cycle([])), list(repeat(7, 3)), list(repeat("x", 0)), list(repeat(1, -2)), list(islice(repeat(None), 2)), list(repeat(object="o", times=2)))
attempt(repeat, 1, "x")
attempt(cycle, 5)
print(list(map(pow, range(5), repeat(2))))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 4, 6, 2, 1, 9, 0, 7, 5, 8], max)), list(accumulate("abc")), list(accumulate([], initial=5)), list(accumulate([1, 2], initial=100)), list(accumulate([1, 2, 3, 4, 5], lambda a, b: a * b)), list(accumulate([])))
attempt(accumulate, [1, "x"])
print(list(chain("abc", [1, 2], (), {"k": 1})), list(chain()), list(chain.from_iterable(["ab", [1]])), list(chain.from_iterable(str(i) for i in range(12))))
attempt(chain, [1], 5)
attempt(chain.from_iterable, [[1], 2])
print(list(compress("abcdef", [1, 0, True, False, "x", ""])), list(compress([1, 2, 3], [1])))
print(list(dropwhile(lambda x: x < 5, [1, 4, 6, 4, 1])), list(takewhile(lambda x: x < 5, [1, 4, 6, 4, 1])), list(dropwhile(bool, [])), list(takewhile(bool, [0])))
print(list(filterfalse(lambda x: x % 2, range(8))), list(filterfalse(None, [0, 1, "", "a", None, []])))
attempt(filterfalse, None, 3)
print(list(starmap(pow, [(2, 5), (3, 2), (10, 3)])), list(starmap(lambda *a: sum(a), [(), (1,), [1, 2, 3]])))
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 2)), list(islice("abc", 5)), list(islice("abc", None)), list(islice("abc", 1, 9, 5)), list(islice("abc", None, None, None)))
for bad in ((-1,), (1, -1), (-1, 3), (0, 3, 0), (0, 3, -1), ("a",), (0, "a"), ("a", 1), (0, 1, "a")):
    attempt(islice, "abc", *bad)
source = iter(range(20))
print(list(islice(source, 3)), next(source), list(islice(source, 1, 4)), next(source), list(islice(source, 0, 5, 3)), next(source), list(islice(source, 0)), next(source))
source = iter(range(10))
print(list(islice(source, 3, 3)), next(source), list(islice(source, 0, 4, 10)), next(source))
source = iter("abcdef")
print(list(takewhile(lambda c: c != "c", source)), "".join(source))


def noisy():
    for i in range(4):
        print("give", i)
        yield i


walk = islice(noisy(), 1, 3)
print("made")
for x in walk:
    print("got", x)
total = 0
for i, x in zip(count(1), cycle([2, 3])):
    total += i * x
    if i > 20:
        break
print(total)
