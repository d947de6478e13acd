# SPDX-License-Identifier: MIT
# Globals read, bound, rebound and deleted from functions, in loops, with names of built-ins, after failures.
# mpy-closed: the name of a variable in a message

total = 0
items = []
name = "module"


def add(n):
    global total
    total += n
    items.append(n)
    return total


def define(value):
    global fresh
    fresh = value


def remove():
    global fresh
    del fresh


def read():
    try:
        return fresh
    except NameError as e:
        return str(e)


print([add(i) for i in range(4)], total, items)
print(read(), define(5), read(), define("again"), read(), remove(), read())
try:
    remove()
except NameError as e:
    print(e)
define([1])
fresh.append(2)
print(fresh, read())


def loop():
    global i
    for i in range(3):
        pass
    return i


print(loop(), i)


def shadow():
    name = "local"

    def inner():
        global name
        before = name
        name = "changed"
        return before
    return inner(), name


print(shadow(), name)


def builtin():
    global len
    len = lambda x: "my len"
    try:
        return len([1])
    finally:
        del len


print(builtin(), len([1]))


def swap():
    global a, b
    a, b = 1, 2
    a, b = b, a
    return a, b


print(swap(), a, b)


def nested():
    def set_it():
        global deep
        deep = "set deep"
    set_it()
    return deep


print(nested(), deep)


def partly():
    global half
    half = "done"
    raise ValueError("after")


try:
    partly()
except ValueError:
    print(half)


class C:
    global from_class
    from_class = 1
    own = from_class + 1


print(from_class, C.own, hasattr(C, "from_class"))


def imported():
    global math
    import math
    return math.floor(2.5)


print(imported(), math.ceil(2.5))


def targets():
    global t, u, e
    with open_like() as t:
        pass
    try:
        raise KeyError("k")
    except KeyError as e:
        u = str(e)
    return t, u


class open_like:
    def __enter__(self):
        return "entered"

    def __exit__(self, *a):
        pass


print(targets(), t, u)
try:
    print(e)
except NameError as err:
    print(err)
counter = 0


def tick():
    global counter
    counter += 1
    return counter


print([tick() for _ in range(3)], {tick(): tick() for _ in range(2)}, counter)
