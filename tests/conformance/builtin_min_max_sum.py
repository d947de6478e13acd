# SPDX-License-Identifier: MIT
# min, max, sum, any, all, sorted, abs, divmod with keys, defaults, ties and mixtures of types.


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


words = ["pear", "fig", "apple", "kiwi", "date"]
for f in (min, max):
    attempt(lambda: f(words))
    attempt(lambda: f(words, key=len))
    attempt(lambda: f(*words, key=lambda w: w[-1]))
    attempt(lambda: f([], default="none"))
    attempt(lambda: f([], default=None, key=len))
    attempt(lambda: f([]))
    attempt(lambda: f(1, 2, default=3))
    attempt(lambda: f(1, 1.0, True))
    attempt(lambda: f((1, "a"), (1, "b")))
    attempt(lambda: f([1], [1, 0], []))
    attempt(lambda: f("a", 1))
    attempt(lambda: f(5))
    attempt(lambda: f({3: "x", 1: "y"}))
    attempt(lambda: f(iter([2, 1, 3]), key=None))
    attempt(lambda: f([1, 2], key=5))
    attempt(lambda: f(1, 2, nope=3))
attempt(lambda: sum([1, 2, 3]))
attempt(lambda: sum([[1], [2]], []))
attempt(lambda: sum(((1,), (2,)), ()))
attempt(lambda: sum([1.5, 2], start=10))
attempt(lambda: sum([], "x"))
attempt(lambda: sum(["a"], ""))
attempt(lambda: sum([1, "a"]))
attempt(lambda: sum([True, False, True]))
attempt(lambda: sum(i * i for i in range(100)))
attempt(lambda: any([0, "", None, [1]]))
attempt(lambda: all([1, "a", [0]]))
attempt(lambda: (any([]), all([]), any({0: 1}), all({1: 0})))
attempt(lambda: sorted(words, key=lambda w: (len(w), w), reverse=True))
attempt(lambda: sorted([3, None]))
attempt(lambda: [divmod(a, b) for a in (7, -7) for b in (2, -2)])
attempt(lambda: [abs(x) for x in (-3, 2.5, -0.0, True)])
attempt(lambda: [round(x, n) for x in (1234.567, -1.5) for n in (None, -2, 0, 1)])
attempt(lambda: [pow(*a) for a in ((2, 5), (2, -1), (2, 5, 7), (2.0, 3), (0, 0))])
