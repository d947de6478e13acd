# SPDX-License-Identifier: MIT
# Where names are looked up: functions in functions, classes, comprehensions, lambdas, global, nonlocal, del.
# mpy-differs: in a class body mpy-cross does not find variables of functions around it

x = "global"


def f():
    x = "local"

    def g():
        return x

    def h():
        global x
        old = x
        x = "changed by h"
        return old

    def n():
        nonlocal x
        x += "+n"
        return x

    class K:
        y = x
        x = "class"
        z = x
        w = [x for _ in range(1)]
        v = [i for i in [x]]

        def m(self):
            return x
        g = lambda self: x

    return g(), h(), n(), K.y, K.x, K.z, K.w, K.v, K().m(), K().g(), x


print(f(), x)


def late():
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(3)]
    hs = []
    for i in range(3):
        hs.append(lambda: i * 10)
    return [a() for a in fs], [a() for a in gs], [a() for a in hs], i


print(late())


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def reset():
        nonlocal n
        n = 0
    return up, reset, lambda: n


up, reset, get = counter()
other = counter()[0]
print(up(), up(5), get(), other(), reset(), get(), up())


def deep():
    a = 1

    def l1():
        b = 2

        def l2():
            nonlocal a, b
            a += 10
            b += 20

            def l3():
                nonlocal a
                a *= 2
                return a, b
            return l3()
        return l2(), a, b
    return l1(), a


print(deep())


def shadow(len):
    return len([1]) if callable(len) else len


print(shadow(5), shadow(lambda v: "mine"), len([1, 2]))
sum = lambda *a: "shadowed"
print(sum([1]))
del sum
print(sum([1]))


class Outer:
    attr = 1

    class Inner:
        try:
            got = attr
        except NameError as e:
            got = str(e)

    def use(self):
        try:
            return attr
        except NameError as e:
            return str(e)


print(Outer.Inner.got, Outer().use())


def comps():
    y = 5
    return [y for y in range(3)], y, {y: z for z in range(2)}, [(lambda: y + z)() for z in range(2)], [q := 7, q], q


print(comps())


def conditional(flag):
    if flag:
        import math as m
    else:
        m = None
    for k in ():
        pass
    try:
        return m, k
    except UnboundLocalError as e:
        return str(e)


print(conditional(False))


def cell_deleted():
    v = 1

    def inner():
        return v
    del v
    try:
        return inner()
    except NameError as e:
        return str(e)


def except_name():
    try:
        raise ValueError("gone")
    except ValueError as e:
        kept = e
    try:
        return e
    except UnboundLocalError as err:
        return str(kept), str(err)


print(cell_deleted(), except_name())
