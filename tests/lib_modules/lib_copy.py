# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# copy: shallow and deep copies of containers, shared and cyclic parts, hooks of classes.
import copy

original = [1, [2, 3], {"k": [4]}, (5, [6]), "s", None, 1.5]
shallow, deep = copy.copy(original), copy.deepcopy(original)
print(shallow == original, shallow is original, shallow[1] is original[1], deep == original, deep[1] is original[1], deep[2]["k"] is original[2]["k"], deep[3] is original[3])
original[1].append("changed")
print(shallow[1], deep[1])
t = (1, (2, "x"))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.copy("s"), copy.deepcopy(len) is len, copy.copy(int) is int)
inner = []
shared = [inner, inner]
copied = copy.deepcopy(shared)
print(copied[0] is copied[1], copied[0] is inner)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again[0], again is loop)
d = {"self": None, "n": [1]}
d["self"] = d
e = copy.deepcopy(d)
print(e["self"] is e, e["n"] is d["n"], e["n"])


class Hooks:
    def __init__(self, v):
        self.v = v

    def __copy__(self):
        return Hooks(("copy", self.v))

    def __deepcopy__(self, memo):
        return Hooks(("deep", copy.deepcopy(self.v, memo)))


h = Hooks([1])
print(copy.copy(h).v, copy.deepcopy(h).v, copy.copy(h).v[1] is h.v, copy.deepcopy(h).v[1] is h.v, copy.deepcopy([h, h])[1].v)
memo = {}
x = [1, [2]]
y = copy.deepcopy(x, memo)
print(y, memo[id(x)] is y, copy.deepcopy({(1, 2): [3]}), copy.copy({1, 2}), copy.copy(bytearray(b"ab")), copy.copy(range(3)))
print(copy.Error.__name__, copy.error is copy.Error, issubclass(copy.Error, Exception), copy.__all__)
