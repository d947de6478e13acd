# SPDX-License-Identifier: MIT
# Methods of str given arguments of the wrong type or number.


def attempt(f, *args, **keywords):
    try:
        print(repr(f(*args, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt("a-b".split, 5)
attempt("a-b".split, "")
attempt("a-b".split, "-", "x")
attempt("a-b".rsplit, "")
attempt("a".join, [1, 2])
attempt("a".join, ["x", None])
attempt("a".join, 5)
attempt("a".replace, 1, "x")
attempt("a".replace, "a", 2)
attempt("abc".find, 1)
attempt("abc".index, "z")
attempt("abc".rindex, "z")
attempt("abc".count, 3)
attempt("abc".strip, 3)
attempt("abc".center, "5")
attempt("abc".center, 7, "xy")
attempt("abc".ljust, 7, "")
attempt("abc".rjust, 7, 5)
attempt("abc".zfill, "5")
attempt("abc".partition, 1)
attempt("abc".rpartition, "")
attempt("abc".startswith, ["a"])
attempt("abc".startswith, ("a", 1))
attempt("abc".endswith, 1)
attempt("abc".expandtabs, "x")
attempt("abc".encode, "no-such-codec")
attempt("abc".upper, 1)
attempt("abc".splitlines, 1, 2)
attempt("abc".translate, 5)
attempt("abc".removeprefix, 1)
attempt("abc".removesuffix, b"c")
attempt("abc".__getitem__, "0")
attempt("abc".__getitem__, 10)
attempt("abc".__contains__, 1)
attempt(str.upper, 5)
