# SPDX-License-Identifier: MIT
# Truth and length of objects: __bool__, __len__, their wrong results, and where they are asked.


class B:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class L:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


class Both(B):
    def __len__(self):
        return 0


class Loud:
    def __bool__(self):
        raise ValueError("no truth")


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


for value in (True, False, 1, "yes", None):
    attempt(lambda: bool(B(value)))
    attempt(lambda: not B(value))
    attempt(lambda: "T" if B(value) else "F")
for value in (0, 3, -1, 2.5, "5", None, True):
    attempt(lambda: len(L(value)))
    attempt(lambda: bool(L(value)))
attempt(lambda: bool(Both(True)))
attempt(lambda: bool(Loud()))
attempt(lambda: [x for x in (1, 2) if Loud()])
attempt(lambda: Loud() and 1)
attempt(lambda: not Loud())
attempt(lambda: any([Loud()]))
attempt(lambda: list(filter(None, [B(True), B(False), L(0), L(1)])).__len__())
print([bool(x) for x in (0, 0.0, -0.0, "", "0", [], [0], (), {}, set(), None, b"", range(0), range(1), object(), int, print, ...)])
a, b = B(False), B(True)
print((a or b) is b, (a and b) is a, (b or a) is b, (b and a) is a, (not a) is True)
print(1 and 2 and 3, 1 and 0 and 3, 0 or "" or [], None or 5, not not "x", (1 or 1 / 0), (0 and 1 / 0))
x = 5
print(1 < x < 10, 1 < x > 3, 10 > x <= 5 != 4, 1 < x < 3 or "no", not 1 < x < 3)


def trace(v):
    print("eval", v, end=" ")
    return v


print(trace(1) < trace(2) < trace(0) < trace(9))
while L(0):
    pass
else:
    print("else")
