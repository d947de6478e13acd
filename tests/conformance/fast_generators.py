# SPDX-License-Identifier: MIT
# Generators resumed by loops, by natives and by each other, at the edges of the short ways.
import gc


def counted(name, count):
    try:
        for i in range(count):
            yield i
        return name
    finally:
        print("end of", name)


# Dropped half-way, and taken up again by another loop.
g = counted("a", 5)
for x in g:
    if x == 1:
        break
print("between")
for x in g:
    print(x)
for x in g:
    print("never", x)
g.close()


# A generator that runs is not entered again, by no way.
def itself():
    for way in (lambda: next(me), lambda: me.send(None), lambda: list(me), lambda: sum(me),
                lambda: [x for x in me], lambda: me.close(), lambda: me.throw(KeyError)):
        try:
            way()
        except ValueError as error:
            yield str(error)


me = itself()
for message in me:
    print(message)


def through_another():
    yield from other


def by_loop():
    yield 1
    for x in other:
        yield x


for maker in (through_another, by_loop):
    other = maker()
    try:
        print(list(other))
    except ValueError as error:
        print(maker.__name__, error)


# More operands wait on the stack than locals exist, and none at all.
def deep():
    a = 1
    return [a, (yield a), [a + 1, (yield a + 1), {"k": (yield a + 2)}]]


g = deep()
print(next(g), g.send("x"), g.send("y"))
try:
    g.send("z")
except StopIteration as stop:
    print(stop.value)


def nothing():
    yield


print(list(nothing()), [x for x in nothing()], next(nothing()))


# Collections while frames are suspended and while they run; objects move meanwhile.
def holding(n):
    before = [n] * 3
    for i in range(3):
        text = str(n) * (i + 1)
        gc.collect()
        yield before, text, (n, i)
    before.append(n)
    yield before


gens = [holding(n) for n in range(4)]
for round in range(4):
    gc.collect()
    print([next(g) for g in gens])
print([next(g, None) for g in gens])


# What a suspended generator does not hold any more is garbage; what it holds is not.
def swapping():
    big = [0] * 50
    yield len(big)
    big = None
    yield big
    big = [1] * 3
    while True:
        big = (yield sum(big)) or big


g = swapping()
print(next(g), next(g), next(g), g.send([4, 5]), next(g))


# The exception that is handled belongs to the generator, or to who resumes it.
def handling():
    try:
        raise KeyError("inside")
    except KeyError as error:
        yield repr(error)
        try:
            raise
        except KeyError as again:
            yield again is error
    yield "after"


try:
    raise IndexError("outside")
except IndexError:
    for x in handling():
        print(x)
        try:
            raise
        except IndexError as error:
            print(repr(error))


def asks():
    while True:
        try:
            raise
        except RuntimeError as error:
            yield str(error)
        except IndexError as error:
            yield repr(error)


g = asks()
print(next(g))
try:
    raise IndexError("seen")
except IndexError:
    print(next(g))
    for x in g:
        print(x)
        break
print(next(g))


# Exceptions out of a loop over a generator, and into it.
def failing(n):
    yield from range(n)
    raise LookupError(n)


try:
    for x in failing(2):
        print(x)
except LookupError as error:
    print("raised", error)
print(list(failing.__name__))


def stops():
    yield 1
    raise StopIteration(5)


for use in (list, sum, max, lambda g: [x for x in g], lambda g: dict(zip(g, g))):
    try:
        print(use(stops()))
    except RuntimeError as error:
        print(error, repr(error.__cause__))


def catches():
    got = []
    while len(got) < 3:
        try:
            yield len(got)
        except ValueError as error:
            got.append(str(error))
    return got


def delegates():
    print("got", (yield from catches()))
    yield "more"


g = delegates()
print(next(g), g.throw(ValueError("a")), next(g), g.throw(ValueError("b")))
for x in g:
    print(g.throw(ValueError("c")))
print(list(g))


# Loops within loops over one generator; unpacking, comprehensions, and a tail of a hundred.
def pairs(n):
    for i in range(n):
        yield i, -i


g = pairs(6)
for a, b in g:
    for c, d in g:
        print(a, b, c, d)
        break
first, *rest = pairs(3)
print(first, rest, {k: v for k, v in pairs(3)}, set(a + b for a, b in pairs(9)))


def nested(depth):
    if depth:
        for x in nested(depth - 1):
            yield x + 1
    yield 0


print(list(nested(12)), sum(nested(9)))
