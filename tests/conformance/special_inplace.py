# SPDX-License-Identifier: MIT
# In-place operators: defined, falling back, on names, attributes, items and slices.

class Acc:
    def __init__(self, v=()):
        self.v = list(v)

    def __iadd__(self, o):
        self.v.append(o)
        return self

    def __isub__(self, o):
        self.v.remove(o)
        return self

    def __imul__(self, o):
        self.v = self.v * o
        return self

    def __itruediv__(self, o):
        return "replaced by /="

    def __ior__(self, o):
        self.v.append(("or", o))
        return self

    def __add__(self, o):
        return Acc(self.v + [("add", o)])

    def __repr__(self):
        return f"Acc{self.v}"


a = b = Acc()
a += 1
a += 2
print(a, a is b)
a -= 1
a *= 3
a |= "x"
print(a, a is b)
a = a + 9
print(a, a is b)
b /= 2
print(b)


class Num:
    def __init__(self, n):
        self.n = n

    def __add__(self, o):
        return Num(self.n + o)

    def __repr__(self):
        return f"Num({self.n})"


x = y = Num(1)
x += 5
print(x, y)
try:
    x -= 1
except TypeError as e:
    print(e)


class Holder:
    def __init__(self):
        self.items = {"k": [1]}
        self.n = 0

    def __getitem__(self, key):
        print("get", key)
        return self.items[key]

    def __setitem__(self, key, value):
        print("set", key, value)
        self.items[key] = value


h = Holder()
h.n += 5
h.n *= 3
h["k"] += [2]
h.items["k"] += [3]
print(h.n, h.items)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
v = 10
v += 5
v -= 3
v *= 4
v //= 5
v %= 7
v **= 3
v <<= 4
v >>= 1
v |= 5
v &= 0xF
v ^= 3
print(v)
f = 7
f /= 2
print(f)
s = "a"
s += "b"
s *= 3
lst = [1]
alias = lst
lst += "xy"
lst *= 2
tup = (1,)
tup += (2,)
st = {1}
st |= {2}
st &= {2, 3}
d = {"a": 1}
d |= {"b": 2}
by = b"x"
by += b"y"
print(s, lst, alias is lst, tup, st, d, by)
grid = [[0, 0], [0, 0]]
grid[1][0] += 7
grid[0][1] -= 1
print(grid)
calls = []


def index():
    calls.append("index")
    return 0


values = [10]
values[index()] += 5
print(values, calls)
