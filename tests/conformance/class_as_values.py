# SPDX-License-Identifier: MIT
# Classes as values: passed, built in functions, compared, used as keys, factories.

def make(name, base=object):
    class Made(base):
        label = name

        def hello(self):
            return f"{self.label} says hello"
    Made.__name__ = name
    return Made


A, B = make("A"), make("B")
C = make("C", A)
print(A().hello(), C().hello(), A is not B, A.__name__, C.__name__, issubclass(C, A), issubclass(B, A))
table = {A: 1, int: 2, str: 3}
print(table[A], table[type(5)], table[type("x")], B in table)
print([cls("7") for cls in (int, float, str, list, tuple)], [f.__name__ for f in (int, A, len, make)])


class Shape:
    def area(self):
        return 0


class Square(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s ** 2


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r ** 2


factories = {"square": Square, "circle": Circle}
shapes = [factories[kind](size) for kind, size in (("square", 2), ("circle", 1), ("square", 3))]
print([s.area() for s in shapes], sum(isinstance(s, Square) for s in shapes), {type(s).__name__ for s in shapes} == {"Square", "Circle"})


def build(cls, *args):
    return cls(*args)


print(build(Square, 4).area(), build(dict, [(1, 2)]), build(list), build(bool, 1), build(range, 3))
for cls in (Square, Circle):
    cls.describe = lambda self: type(self).__name__ + "=" + str(self.area())
print([s.describe() for s in shapes])


class Visitor:
    def visit(self, node):
        method = getattr(self, "visit_" + type(node).__name__, self.generic)
        return method(node)

    def generic(self, node):
        return f"?{node}"

    def visit_int(self, node):
        return node + 1

    def visit_list(self, node):
        return [self.visit(x) for x in node]

    def visit_Square(self, node):
        return "square " + str(node.s)


print(Visitor().visit([1, [2, "x"], Square(9), None]))


class Enum:
    RED, GREEN, BLUE = range(3)
    names = {RED: "red", GREEN: "green", BLUE: "blue"}


print(Enum.BLUE, Enum.names[Enum.GREEN], [n for n in vars(Enum) if n.isupper()])
local = []
for i in range(2):
    class Loop:
        index = i

        def get(self):
            return self.index
    local.append(Loop)
print([c().get() for c in local], local[0] is local[1], local[0].__name__ == local[1].__name__)
x = Square(1)
x.__class__ = Square
print(x.area(), x.__class__ is Square, type(x) is x.__class__)


# A program may assign __class__ without ever reading it.
class Before:
    def who(self):
        return "before"


class After:
    def who(self):
        return "after"


switched = Before()
switched.__class__ = After
print(switched.who())
