# SPDX-License-Identifier: MIT
# Rich comparison: all operators, defaults, reflection, non-bool results, chains.

class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, o):
        return isinstance(o, Version) and self.parts == o.parts

    def __lt__(self, o):
        return self.parts < o.parts

    def __le__(self, o):
        return self.parts <= o.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


a, b, c = Version(1, 2), Version(1, 10), Version(1, 2)
print(a == c, a != c, a == b, a != b, a < b, a <= c, a > b, a >= c, b > a, a < b > c, a == 5, a != "x")
print(sorted([b, a, Version(0, 9)]), max(a, b), min([b, a]), a in [b, c], [a] == [c], (a, 1) < (b, 0), [b, a].index(c))
try:
    hash(a)
except TypeError as e:
    print(e)


class OnlyLt:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v


x, y = OnlyLt(1), OnlyLt(2)
print(x < y, x > y, x == x, x == y, x != y)
for op in (lambda: x <= y, lambda: x >= y, lambda: x < 5, lambda: object() < object()):
    try:
        print(op())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Weird:
    def __eq__(self, o):
        return "eq result"

    def __ne__(self, o):
        return []

    def __lt__(self, o):
        return 0

    def __gt__(self, o):
        return [1]

    __hash__ = None


w = Weird()
print(w == 1, w != 1, w < 1, w > 1, 1 == w, 1 > w, w > 1 > 0, w < 1 < 2, not w == 1, bool(w != 1))


class Left:
    def __eq__(self, o):
        print("left eq")
        return NotImplemented

    def __lt__(self, o):
        print("left lt")
        return NotImplemented


class Right:
    def __eq__(self, o):
        print("right eq")
        return True

    def __gt__(self, o):
        print("right gt")
        return "gt"


print(Left() == Right(), Left() < Right(), Left() == Left(), Left() != Right())
try:
    Left() < 5
except TypeError as e:
    print(e)


class Parent:
    def __eq__(self, o):
        return "parent"


class Child(Parent):
    def __eq__(self, o):
        return "child first"


print(Parent() == Child(), Child() == Parent(), Parent() == 1)
calls = []


class Noisy:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        calls.append((self.v, o.v))
        return self.v < o.v


print(Noisy(1) < Noisy(2) < Noisy(0) < Noisy(9), calls)
