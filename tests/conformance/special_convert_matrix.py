# SPDX-License-Identifier: MIT
# Conversions by special methods, and what happens when they give something else.
# mpy-closed: prints addresses of objects


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def made(name, value):
    return type("Made", (), {name: lambda self: value})()


for value in (5, "5", 2.5, None):
    attempt(int, made("__int__", value))
    attempt(float, made("__float__", value))
    attempt(float, made("__index__", value))
    attempt(str, made("__str__", value))
    attempt(repr, made("__repr__", value))
    attempt(hash, made("__hash__", value))
    attempt(lambda: f"{made('__format__', value)}")
    attempt(lambda: [10, 20, 30, 40, 50, 60][made("__index__", value)])
    attempt(hex, made("__index__", value))
attempt(int, made("__int__", 7))
attempt(str, object.__new__(type("Plain", (), {"__repr__": lambda s: "<plain>"})))
attempt(lambda: "%s %r %d" % (made("__str__", "S"), made("__repr__", "R"), made("__index__", 3)))
attempt(lambda: "%d" % made("__int__", 3))
attempt(lambda: "%x" % made("__index__", 255))
attempt(lambda: "%f" % made("__float__", 1.5))
attempt(lambda: chr(made("__index__", 65)))
attempt(lambda: range(made("__index__", 3)))
attempt(lambda: "ab" * made("__index__", 2))
attempt(lambda: round(1.2345, made("__index__", 2)))
attempt(lambda: list(made("__iter__", iter([1, 2]))))
attempt(lambda: bytes(made("__index__", 3)))
attempt(lambda: dict(made("keys", ["a"])))
attempt(lambda: bytes(made("__iter__", iter([1, 300]))))


class Mapping:
    def keys(self):
        return "ab"

    def __getitem__(self, k):
        return k * 2


attempt(dict, Mapping())
attempt(lambda: {**Mapping(), "c": 1})
attempt(lambda: (lambda **k: k)(**Mapping()))


class MyInt(int):
    def __add__(self, o):
        return MyInt(int(self) + o)

    def __repr__(self):
        return f"MyInt({int(self)})"


m = MyInt(5)
print(m, m + 1, m - 1, type(m + 1).__name__, type(m - 1).__name__, m == 5, hash(m) == hash(5), [1, 2, 3, 4, 5, 6][m], m * "a", f"{m:03d}", "%d" % m, int(m))


class MyStr(str):
    def upper(self):
        return "my " + super().upper()


t = MyStr("text")
print(t, t.upper(), t + "!", type(t + "!").__name__, t[1:], t == "text", {t: 1}["text"], len(t), f"{t:>6}", t.join("ab"), isinstance(t, str))


class MyFloat(float):
    pass


class MyList(list):
    def append(self, x):
        super().append(x * 2)


f, l = MyFloat(2.5), MyList([1])
l.append(5)
l += [7]
print(f, f * 2, type(f * 2).__name__, repr(f), l, l[-1], type(l[:1]).__name__, l == [1, 10, 7], sorted(l), len(l), MyList() == [], bool(MyList()))


class MyDict(dict):
    def __missing__(self, k):
        return f"missing {k}"


d = MyDict(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, d, len(d), {**d}, d | {"c": 2})
