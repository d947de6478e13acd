# fz-stack: 64K
# Python called by natives that have thousands of values on the stack, and what it raises and yields.


def far(value):
    return -value


class Key:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


def fails_at(limit):
    def key(value):
        if value == limit:
            raise ValueError(limit)
        return value
    return key


many = list(range(5000))
print(min(*many, key=far), max(*many, key=far))
print(max(*[Key(i % 4999) for i in many]).value)
for limit in (0, 4095, 4999):
    try:
        max(*many, key=fails_at(limit))
    except ValueError as error:
        print("raised", error)


def steps(items):
    for item in items:
        yield item
        yield max(*many, key=lambda value: -abs(value - item))


print(list(steps([1, 4999, 2500])))
print(min(*(max(*range(k, k + 3000), key=far) for k in range(3)), key=far))


def spread(*args, **named):
    return len(args), sorted(named)[:2], max(*args, key=lambda value: value % 1000 if args else 0)


print(spread(*many, **{f"k{i}": i for i in range(300)}))


def ranges(start, stop):
    found = []
    for i in range(stop):
        for j in range(start, i):
            for k in range(j, -1, -2):
                if k == 3:
                    break
            else:
                continue
            found.append((i, j, k))
    return found


print(ranges(2, 7))
big = 2 ** 31
print([i - big for i in range(big, big + 3)], [i for i in range(-big - 2, -big)])
for i in range(2 ** 30 - 3, 2 ** 30 + 2):
    print(i, end=" ")
print()
for i in range(True):
    print("once", i)
for wrong in (1.0, "x", None):
    try:
        for i in range(wrong):
            print("never")
    except TypeError as error:
        print(error)


def unwinds():
    for i in range(3):
        try:
            for j in range(i, 5):
                try:
                    if j == 2:
                        continue
                    if j == 3:
                        break
                finally:
                    print("left", i, j)
            else:
                print("no break")
            if i == 1:
                return [i, j]
        finally:
            print("done", i)


print(unwinds())
