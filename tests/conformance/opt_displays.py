# SPDX-License-Identifier: MIT
# Lists that are gone through once, and those whose making or order can be seen.


def say(x):
    print("say", x)
    return x


for x in [say(1), say(2)]:
    print("body", x)
print(1 in [1] == [1], [1] in [[1]] in [[[1]]], 2 not in [say(1), say(3)])
a, b = [say(4), say(5)]
(c, d), e = [[6, 7], 8]
[f, g] = [9, 10]
h = i = [11]
print(a, b, c, d, e, f, g, h is i, h)
try:
    a, b, c = [say(1), say(2)]
except ValueError as error:
    print(error)
print(sum([say(1), say(2)]), max([a, b]), min([b, a]), sorted([b, a]), any([0, a]), all([]))
print(tuple([a, b]), list((a, b)), set([a, a]), list([a, b]), tuple((a,)), frozenset([a]) == {a})
print(dict(), dict(a=1, b=say(2)), list(), tuple(), set(), dict(a=1, **{"c": 3}), dict([("k", 1)]))
print("-".join(["a", str(b)]), ",".join([x for x in "abc"]), " ".join([]))
print([i for i in [a, b]], {i for i in [a, b]}, {i: j for i, j in [[1, 2], [3, 4]]})
print(list(enumerate([a, b])), list(enumerate([a, b], 1)), [i for i in list(range(3))])
for i in list(range(3)):
    print(i, end=" ")
for i in tuple(range(2, 8, 3)):
    print(i, end=" ")
print()

# Comprehensions of integers only.
print(sum([i * i for i in range(10)]), any([i > 3 for i in range(5)]), all([i < 3 for i in range(5)]))
print(min([i % 3 - 1 for i in range(1, 9)]), max([i * j for i in range(4) for j in range(i) if i != j]))
print(sum([1 if i & 1 else 2 for i in range(5)]), max([-i for i in range(1, 3)], default=0))
try:
    min([i for i in range(0)])
except ValueError as error:
    print(error)

# Comprehensions whose elements can be seen.
print(any([say(i) for i in range(3)]), sum([say(i) for i in range(2)]))
try:
    print(any([1 // (i - 2) for i in range(4)]))
except ZeroDivisionError as error:
    print(error)
try:
    print(any([10 // i for i in range(3)]))
except ZeroDivisionError as error:
    print(error)
try:
    any([i for i in range(3) for j in range(0, 1, i)])
except ValueError as error:
    print(error)


class Odd:
    def __gt__(self, other):
        print("gt")
        return True


print(any([o > 1 for o in [Odd(), Odd()]]))


def shadowed(list, sum):
    return list([1, 2]), sum([i for i in range(3)])


print(shadowed(lambda x: ("mine", x), lambda x: ("mine", x)))
try:
    set([[]])
except TypeError as error:
    print(error)
try:
    print("".join(["a", 1]))
except TypeError as error:
    print(error)


def fresh():
    return list(), dict(), [], {}


x, y = fresh(), fresh()
print(all([p is not q for p, q in zip(x, y)]))


def counted_down(items):
    found = []
    for i in reversed(range(len(items))):
        found.append((i, items[i]))
        if i == 1:
            items = items + [0]
    for i in reversed(range(1, len(items))):
        found.append(i)
    for i in reversed(range(3)):
        found.append(i)
    for i in reversed(range(2, 5)):
        found.append(i)
    for i in reversed(range(5, 2)):
        found.append("never")
    for i in reversed(range(0)):
        found.append("never")
    for i in reversed(range(0, 10, 4)):
        found.append(i)
    return found, [i for i in reversed(range(len("abc")))], sum(reversed(range(4)))


print(counted_down(["a", "b", "c"]))
for wrong in (lambda: [i for i in reversed(range("3"))], lambda: [i for i in reversed(range(2.0))],
              lambda: [i for i in reversed(range(len(3)))], lambda: [i for i in reversed(range())]):
    try:
        print(wrong())
    except TypeError:
        print("TypeError")


def own_reversed(reversed):
    return [i for i in reversed(range(len("abc")))]


print(own_reversed(lambda r: [r]))


# Lists of timeless elements that a loop, `in` or an iterator goes through once.
def timeless(n):
    found = []
    for i in [i * i for i in range(n)]:
        if i > 9:
            break
        found.append(i)
    for i, j in [(1, 2), (3, 4)]:
        found.append(i + j)
    found += [i for i in [j + 1 for j in range(n)] if i % 2]
    found.append(4 in [i * 2 for i in range(n)])
    found.append(5 not in [i * 2 for i in range(n)])
    found.append(sorted([i * 7 % 5 for i in range(n)], reverse=True))
    found.append(list(enumerate([i + 1 for i in range(n)], 1)))
    found.append(list(zip([i * 2 for i in range(n)], [n, say(n)], [j for j in range(2)])))
    found.append(list(map(lambda a, b: a - b, [i * 3 for i in range(n)], [n, n, n])))
    found.append(list(filter(None, [i & 1 for i in range(n)])))
    found.append(sorted(set([i // 2 for i in range(n)])) + list(i * 2 for i in range(n)))
    found.append(sorted(set(i % 3 for i in range(n))))
    found.append(tuple([i * 2 for i in range(n)]))
    return found


print(timeless(6))
print(timeless(0))


# Those whose elements can raise, stop or be seen stay as they are.
def visible(n):
    source = iter([1, 2])
    for i in [say(i) for i in range(n)]:
        print("body", i)
    print(say(1) in [say(i) for i in range(n)])
    print(sorted([say(-i) for i in range(n)]), list(zip([say(i) for i in range(n)], [say("z")])))
    try:
        for i in [1 // (1 - i) for i in range(n)]:
            print("never", i)
    except ZeroDivisionError as error:
        print(error)
    try:
        print(list(next(source) for i in range(3)))
    except RuntimeError as error:
        print(type(error).__name__, type(error.__cause__).__name__)
    try:
        print(list([next(source) for i in range(3)]))
    except StopIteration as error:
        print(type(error).__name__)
    try:
        set([[i] for i in range(n)])
    except TypeError:
        print("TypeError")
    later = [lambda: i for i in range(n)]
    return [f() for f in later], [f() for f in [lambda: i for i in range(n)]]


print(visible(3))


class Equal:
    def __eq__(self, other):
        print("eq", other)
        return other == 4


print(Equal() in [i * 2 for i in range(4)])


def own_names(zip, map, sorted, range):
    print(zip([1, 2]), map([1], [2]), sorted([i for i in range(2)]))


own_names(lambda x: ("zip", x), lambda *x: ("map", x), lambda x: ("sorted", x), lambda x: [x, x])
