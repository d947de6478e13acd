# Comparison of ranges and views, % with mappings, operators as methods: where operands are unusual.
big = 10 ** 20

pairs = [
    (range(0), range(5, 5)), (range(1, 2), range(1, 9, 8)), (range(0, 5, 2), range(0, 6, 2)),
    (range(0, 5, 2), range(0, 5, 3)), (range(big, big + 3), range(big, big + 3)),
    (range(big, big + 3), range(big, big + 4)), (range(0, big, big), range(0, 7, 9)),
    (range(0, big * 2, big), range(0, big * 2 + 1, big)), (range(0, -big, -3), range(0, -big, -3)),
    (range(True), range(False, True)), (range(3), range(1, 4)),
]
for a, b in pairs:
    print(a == b, b == a, a != b, hash(a) == hash(b) if a == b else "-")
print(len(range(-big, -big + 10, 3)), range(big)[big - 1] == big - 1, range(0, big, 7)[-1])
for item in (2.0, 2.5, "x"):
    print(item in range(3))
for item in (0, big, big - 1, -1, True):
    print(item in range(big), item in range(0, big, 2), item in range(big, -1, -3), item in range(3))
for where in (range(big), range(5), range(big, big + 9, 3)):
    for item in (0, 4, big, big + 3, -1):
        try:
            print(where.index(item), where.count(item))
        except ValueError as error:
            print("ValueError", error)

view = {1: [1], 2: (2,), "a": None}
print(view.keys() == {1, 2, "a"}, {1, 2, "a"} == view.keys(), view.keys() <= {1, 2, "a", 4})
print({1, 2} < view.keys(), {1, 5} < view.keys(), view.keys() > {1}, view.items() > {("a", None)})
print(view.items() == view.items(), view.items() >= {(2, (2,))}, view.items() >= {(2, 2)})
print({range(big): 1}.keys() == {range(big)}, frozenset({(1, range(3))}) == {(1, range(0, 3))})
try:
    print({1: [2]}.items() <= {(1, 2)})
except TypeError as error:
    print("TypeError", error)



class Mapping:
    def __getitem__(self, key):
        return len(key)


print("%(a)s %(b)r %%" % {"a": 1, "b": "x"}, "%(abc)05d" % Mapping())
print(b"%(a)b-%(b)d" % {b"a": b"z", b"b": 7})
for wrong in ({"a": 1}, [1], range(3), b"abc", 5, "text", (1,)):
    try:
        print("%(b)s" % wrong)
    except (TypeError, KeyError) as error:
        print(type(error).__name__)
for text in ("%5.3d|%-6.2d|%+.4d|% d", "%06.3d|%#x|%#.6x|%#o", "%08d|%-8d|%+8d|%x"):
    print(text % (7, -8, 9, 10), text % (-7, 80000, -9, 0))
print("%c%c" % (65, "b"), "%s %a" % (OSError(2, "gone"), "\xe9"), "%r" % OSError(99999, "gone"))
print(str(OSError(2, ["gone"], ("a", 1))), str(OSError(1, "x")))
for wrong in ("%y", "%d", "%c"):
    try:
        print(wrong % ("text",))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

print((5).__add__(2.0), (5).__radd__(3), (5).__rsub__(9), (5).__mod__("x"), 5.0.__rsub__(1), (2).__rpow__(3))
print("ab".__mul__(2), "a%s".__mod__("b"), (7).__rdivmod__(15), True.__and__(False))
for call in (lambda: (5).__mod__(0), lambda: (5).__rtruediv__(1), lambda: (0).__rfloordiv__(3), lambda: 1.5 / False,
             lambda: 5 // False, lambda: 5 / False, lambda: divmod(5, False), lambda: big % 0, lambda: big / 0):
    try:
        print(call())
    except ZeroDivisionError as error:
        print("ZeroDivisionError", error)
for call in (lambda: [1].index(2.5), lambda: (1,).index([2]), lambda: int("7x"), lambda: float("1..2"), lambda: int(b"z")):
    try:
        print(call())
    except ValueError as error:
        print("ValueError", error)
