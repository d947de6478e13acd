# SPDX-License-Identifier: MIT
# Messages of unbound names, missing attributes, calls of what is not callable, and unpacking.
# mpy-closed: names of functions in messages


class C:
    x = 1

    def method(self, a):
        return a

    @property
    def readonly(self):
        return 1


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def unbound_local():
    if C.x > 5:
        value = 1
    return value


def unbound_free():
    def inner():
        return later
    if C.x > 5:
        later = 1
    return inner()


def deleted():
    a = 1
    del a
    return a


def deleted_twice():
    a = 1
    del a
    del a


def missing_global():
    global not_there
    return not_there


def bad_delete():
    global not_there
    del not_there


for f in (unbound_local, unbound_free, deleted, deleted_twice, missing_global, bad_delete):
    attempt(f)
c = C()
attempt(lambda: c.y)
attempt(lambda: C.y)
attempt(lambda: (5).y)
attempt(lambda: None.y)
attempt(lambda: attempt.y)
attempt(lambda: [].y)
attempt(lambda: setattr(c, "readonly", 2))
attempt(lambda: delattr(c, "readonly"))
attempt(lambda: delattr(c, "nope"))
attempt(lambda: delattr(C, "nope"))
attempt(lambda: setattr(5, "x", 1))
attempt(lambda: setattr(None, "x", 1))
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: c())
five, nothing, text, items = 5, None, "s", [1]
attempt(lambda: five())
attempt(lambda: nothing())
attempt(lambda: text(1))
attempt(lambda: items())
attempt(lambda: five[0])
attempt(lambda: nothing[0])
attempt(lambda: c["k"])
attempt(lambda: attempt[0])
attempt(lambda: len(5))
attempt(lambda: iter(5))
attempt(lambda: next(5))
attempt(lambda: [*5])
attempt(lambda: (lambda *a: a)(*5))
attempt(lambda: (lambda **k: k)(**5))
attempt(lambda: 1 in 5)
attempt(lambda: c < c)
attempt(lambda: c + 1)
attempt(lambda: -c)
attempt(lambda: isinstance(1, 5))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, "x"))
attempt(lambda: c.method())
attempt(lambda: c.method(1, 2))
attempt(lambda: C.method())
attempt(lambda: C(1))
attempt(lambda: object(1))
attempt(lambda: hash([]))
attempt(lambda: getattr(c, 5))
attempt(lambda: getattr(c, "y", "default"))
attempt(lambda: ord("ab"))
attempt(lambda: ord(5))
attempt(lambda: chr(-1))
attempt(lambda: chr(0x110000))
attempt(lambda: chr("a"))
attempt(lambda: sum(["a"]))
attempt(lambda: sum("ab", ""))
attempt(lambda: max([]))
attempt(lambda: min())
attempt(lambda: max(5))
attempt(lambda: max(1, "a"))
attempt(lambda: sorted(5))
attempt(lambda: list(zip([1], 5)))
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(filter(None, 5)))
attempt(lambda: enumerate(5))
attempt(lambda: reversed(5))
attempt(lambda: reversed({1}))
attempt(lambda: bin(1.5))
attempt(lambda: hex("a"))
attempt(lambda: abs(None))
attempt(lambda: round("a"))
attempt(lambda: divmod(1, "a"))
attempt(lambda: type(1, 2))
attempt(lambda: super().x)
