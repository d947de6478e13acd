# SPDX-License-Identifier: MIT
# repr and str of everything, nested, recursive, empty, with quotes and escapes.


class R:
    def __repr__(self):
        return "<R>"


class S:
    def __str__(self):
        return "string of S"

    def __repr__(self):
        return "repr of S"


values = [None, True, 0, -1, 1.5, "", "it's", 'say "hi"', "both ' and \"", "\n\t\r\\\x00\x1b\x7f", "é€😀\u200b", b"", b"a'b", b'"\'', b"\x00\xff\n\\", bytearray(b"x"),
          [], [1], [[]], (), (1,), (1, 2), {}, {1: "a"}, {"k": [1, {"n": ()}]}, set(), {1}, frozenset(), frozenset([1]), range(3), range(1, 5, 2), slice(1, None, 2),
          ..., NotImplemented, R(), S(), [S()], (S(), R()), {S(): R()} if False else {"s": S()}, Exception("e"), [ValueError()], type, int, R, len, memoryview]
for v in values:
    print(repr(v), str(v), f"{v!r:>5}", ascii(v), [v])
items = [1]
items.append(items)
d = {"me": None}
d["me"] = d
t = ([],)
t[0].append(t)
print(items, d, t)
nested = []
for i in range(20):
    nested = [nested, i]
print(nested)
mutual = {"a": []}
mutual["a"].append(mutual)
print(mutual, [mutual["a"]])
print(str(S()), "%s %r" % (S(), S()), "{} {!r}".format(S(), S()), f"{S()} {S()!r}", [S()], str([S()]), print.__name__)


class Bad:
    def __repr__(self):
        return 5


class Raises:
    def __repr__(self):
        raise ValueError("in repr")


for f in (lambda: repr(Bad()), lambda: str([Bad()]), lambda: repr(Raises()), lambda: f"{Raises()}", lambda: {1: Raises()}.__repr__()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Plain:
    pass


print(repr(Plain()).startswith("<__main__.Plain object at"), repr(Plain), str(Plain), repr(Plain().__init__)[:8] if False else "", repr(lambda: 1).startswith("<function <lambda> at"))
print(repr((x for x in [])).split(" at")[0], repr(Plain.__dict__.get("nope")), repr({}.keys()), repr({1: 2}.items()))
