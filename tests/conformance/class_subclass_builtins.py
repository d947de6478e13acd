# SPDX-License-Identifier: MIT
# Subclassing list, dict, int, str, tuple and exceptions of the language.

class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def top(self):
        return self[-1]


s = Stack().push(1).push(2)
s.extend([3, 4])
print(s, len(s), s.top(), s.pop(), s[0], 2 in s, isinstance(s, list), s == [1, 2, 3], sorted(s, reverse=True), type(s).__name__)
s.name = "with attribute"
print(s.name, [x * 2 for x in s], s + [9], type(s + [9]).__name__, list(s), bool(Stack()))


class DefaultDict(dict):
    def __init__(self, factory):
        super().__init__()
        self.factory = factory

    def __missing__(self, key):
        value = self[key] = self.factory()
        return value


d = DefaultDict(list)
d["a"].append(1)
d["a"].append(2)
d["b"].append(3)
print(d, len(d), dict(d), d.get("zz"), "zz" in d, isinstance(d, dict), sorted(d.items()), d == {"a": [1, 2], "b": [3]})


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())


u = Upper()
u["abc"] = 1
u["Abc"] = 2
print(u["aBC"], list(u), u.keys(), len(u))


class Money(int):
    def __new__(cls, value, currency="EUR"):
        made = super().__new__(cls, value)
        made.currency = currency
        return made

    def __repr__(self):
        return f"{int(self)} {self.currency}"

    def __add__(self, other):
        return Money(int(self) + int(other), self.currency)


m = Money(5) + Money(7)
print(m, m.currency, m == 12, m * 2, m > 3, isinstance(m, int), [10, 20, 30][Money(1)], hash(m) == hash(12), {12: "x"}[m], f"{m:05d}")


class Name(str):
    def shout(self):
        return self.upper() + "!"

    def __len__(self):
        return 99


n = Name("ann")
print(n, n.shout(), n == "ann", {"ann": 1}[n], len(n), n + "x", type(n + "x").__name__, n[0], isinstance(n, str), n.replace("n", "m"))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
a, b = p
print(p, p.first, len(p), a, b, p == (1, 2), isinstance(p, tuple), {p: "k"}[(1, 2)], p + (3,))


class Celsius(float):
    def fahrenheit(self):
        return self * 9 / 5 + 32


print(Celsius(100).fahrenheit(), Celsius(1.5) + 1, isinstance(Celsius(1), float), round(Celsius(2.567), 1))


class Unique(set):
    def add(self, x):
        super().add(x)
        return x


q = Unique([1])
print(q.add(5), sorted(q), len(q), 5 in q, isinstance(q, set))
