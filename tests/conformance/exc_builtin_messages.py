# SPDX-License-Identifier: MIT
# Messages of the errors that ordinary programs meet.
# mpy-closed: names of variables and functions in messages

unset = None
del unset
LIST, SET, TEXT = [1, 2], {1, 2}, "abc"
actions = [
    lambda: 1 // 0, lambda: 1 / 0, lambda: 1 % 0, lambda: 1.5 // 0, lambda: [1][5], lambda: (1,)[5], lambda: "a"[5], lambda: {}["key"], lambda: {1: 2}[3],
    lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: "a".index("b"), lambda: (1,).index(5),
    lambda: int("x"), lambda: int("1.5"), lambda: float("x"), lambda: int("12", 99), lambda: chr(-1), lambda: ord("ab"),
    lambda: 1 + "a", lambda: "a" + 1, lambda: [] + 1, lambda: None + None, lambda: {} - {}, lambda: -"a", lambda: ~1.5, lambda: "a" * "b",
    lambda: 1 < "a", lambda: [] < 1, lambda: None > 1, lambda: max(1, "a"), lambda: sorted([1, "a"]), lambda: sum(["a"]),
    lambda: len(5), lambda: len(None), lambda: iter(5), lambda: next(5), lambda: hash([]), lambda: {[]: 1}, lambda: abs("x"),
    lambda: unset, lambda: (5).foo, lambda: None.foo, lambda: "s".foo, lambda: [].foo, lambda: int.foo, lambda: len.foo,
    lambda: max([]), lambda: min(()), lambda: max(), lambda: range(1, 2, 0), lambda: bytes([300]), lambda: "abc".split(""),
    lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: int([]), lambda: float([]), lambda: list(5), lambda: dict(5), lambda: tuple(5),
    lambda: "%d" % "x", lambda: "%s %s" % (1,), lambda: "{} {}".format(1), lambda: "{x}".format(), lambda: format(1, "zz"),
    lambda: (lambda x: x)(), lambda: print(1, foo=2), lambda: LIST["a"], lambda: SET[0], lambda: TEXT["a"], lambda: list(zip([1], [], strict=True)),
    lambda: int.from_bytes(5, "big"), lambda: round("x"), lambda: divmod(1, 0), lambda: pow(2, -1, 4), lambda: "a".join([1]), lambda: [].extend(5), lambda: {}.update(5),
    lambda: 1 in 5, lambda: "x" in 5, lambda: 5 in "x", lambda: sum(5), lambda: any(5), lambda: reversed(5), lambda: enumerate(5),
]
for n, action in enumerate(actions):
    try:
        print(n, "no error", action())
    except Exception as e:
        print(n, type(e).__name__, e)
