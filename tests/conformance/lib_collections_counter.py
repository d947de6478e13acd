# SPDX-License-Identifier: MIT
# collections: Counter and the containers to derive from.
from collections import Counter, UserDict, UserList, UserString


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


c = Counter("abracadabra")
print(c, c["a"], c["zz"], len(c), c.most_common(2), c.most_common(), c.most_common(0), c.total(), sorted(c.elements()))
c.update("aaa")
c.update({"b": 10}, z=4)
c.subtract("ab")
c.subtract({"q": 2})
print(c, list(c), c["q"])
del c["q"], c["never"]
a, b = Counter(a=3, b=1, n=-2), Counter(a=1, b=2, c=0)
print(a + b, a - b, a & b, a | b, +a, -a, a == b, a == Counter(a=3, b=1, n=-2, o=0), a != b, Counter(a=1) <= Counter(a=2, b=1), Counter(a=1) < Counter(a=1), Counter(a=2) >= Counter(a=1), Counter(a=2) > Counter(a=1))
a += b
print(a)
a -= Counter(a=1)
print(a)
a |= Counter(k=7)
a &= Counter(a=2, k=9)
print(a, Counter(), Counter([]), Counter({}), Counter(["x", "y", "x"]), Counter({"x": "many"}), dict(Counter("aab")))
attempt(Counter.fromkeys, "ab")
attempt(Counter, 5)
attempt(lambda: Counter() + 5)
print(isinstance(c, dict), c.copy() == c, Counter(c) == c, type(c.copy()).__name__, sum(Counter("hello").values()), Counter("hello").get("l"), "h" in Counter("hello"))
words = "the quick the lazy the dog quick".split()
print(Counter(words).most_common(2), Counter(len(w) for w in words))


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return key + "?"


d = Lower({"A": 1}, B=2)
d["C"] = 3
d.update(D=4)
print(d, d["zz"], d.get("a"), d.get("q"), len(d), list(d), "c" in d, d.pop("c"), d.setdefault("E", 5), d.data, d == {"a": 1, "b": 2, "d": 4, "e": 5}, isinstance(d, dict))
print(d.copy(), type(d | {"F": 1}).__name__, sorted(d.items()), list(d.keys()), list(d.values()), d.popitem())
attempt(lambda: UserDict()["x"])


class Stack(UserList):
    def push(self, x):
        self.append(x)


s = Stack([1, 2])
s.push(3)
s += [4]
print(s, s[1:], type(s[1:]).__name__, s + [5], [0] + s, s * 2, len(s), s.index(3), 4 in s, s == [1, 2, 3, 4], s < [2], list(reversed(s)), s.pop(), s.count(1))
s.insert(0, 9)
s.sort()
s.reverse()
s.extend(Stack("ab"))
s[0] = "first"
del s[1]
s.remove(1)
print(s, s.data, s.copy())
u = UserString("hello")
print(u, repr(u), len(u), u + " x", "a " + u, u * 2, u[1:3], u == "hello", "ell" in u, hash(u) == hash("hello"), u.upper(), u.split("l"), UserString("%s!") % 3, u < "z")
