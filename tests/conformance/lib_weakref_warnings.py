# SPDX-License-Identifier: MIT
# weakref and warnings.
import gc
import warnings
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return "hello " + self.name


a = Node("a")
r = weakref.ref(a)
print(r() is a, r().name, r == weakref.ref(a), hash(r) == hash(a), r != weakref.ref(Node("x")))
del a
gc.collect()
print(r())
values = weakref.WeakValueDictionary()
keep = Node("keep")
values["k"] = keep
values["g"] = Node("gone")
gc.collect()
print(list(values.keys()), len(values), "g" in values, values["k"].name, values.get("g", "none"), [v.name for v in values.values()])
try:
    values["g"]
except KeyError as e:
    print("KeyError", e)
keys = weakref.WeakKeyDictionary()
keys[keep] = 1
other = Node("other")
keys[other] = 2
print(len(keys), keys[keep], other in keys, keys.get(Node("n")))
del other
gc.collect()
print([(k.name, v) for k, v in keys.items()], len(keys))
keys[keep] += 5
print(keys[keep], keys.pop(keep), len(keys))
group = weakref.WeakSet([keep])
group.add(keep)
print(len(group), keep in group)
m = weakref.WeakMethod(keep.hello)
print(m()())
del keep
gc.collect()
print(len(group), m())
for bad in (5, "s", (1,), [1], {}, None):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)


class Parent:
    def __init__(self):
        self.children = []

    def add(self, child):
        child.parent = weakref.ref(self)
        self.children.append(child)
        return child


p = Parent()
c = p.add(Node("c"))
print(c.parent() is p)
for i in range(200):
    values[i] = Node(str(i))
p = None
gc.collect()
print(c.parent(), len(values))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
    warnings.warn(RuntimeWarning("third"))
print([(w.category.__name__, str(w.message)) for w in seen])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", UserWarning)
    except UserWarning as e:
        print("raised:", e)
    warnings.simplefilter("ignore")
    warnings.warn("not shown")
    warnings.filterwarnings("error", "bad", category=DeprecationWarning)
    try:
        warnings.warn("bad thing", DeprecationWarning)
    except DeprecationWarning as e:
        print(e)
try:
    warnings.warn("x", int)
except TypeError:
    print("TypeError")
