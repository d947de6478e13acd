# SPDX-License-Identifier: MIT
# setattr, getattr, hasattr, delattr, vars, __dict__, dynamic fields.

class Record:
    kind = "record"

    def __init__(self, a, b):
        self.a = a
        self.b = b

    def method(self):
        return "m" + str(self.a)


r = Record(1, 2)
print(vars(r), r.__dict__, getattr(r, "a"), getattr(r, "kind"), getattr(r, "zz", "default"), getattr(r, "method")())
setattr(r, "c", 3)
setattr(r, "a", 10)
print(vars(r), r.c, hasattr(r, "c"), hasattr(r, "nope"), hasattr(Record, "a"), hasattr(Record, "kind"))
delattr(r, "b")
print(vars(r), hasattr(r, "b"), sorted(vars(r)))
r.b = "returned"
print(vars(r), list(vars(r)))
for name in ("b", "zz"):
    try:
        delattr(r, name)
        print("deleted", name)
    except AttributeError:
        print("cannot delete", name)
try:
    getattr(r, "missing")
except AttributeError as e:
    print(e)
try:
    getattr(r, 5)
except TypeError as e:
    print(e)
try:
    setattr(r, 5, 1)
except TypeError as e:
    print(e)
try:
    (5).x = 1
except AttributeError as e:
    print(e)
try:
    object().x = 1
except AttributeError as e:
    print(e)
setattr(Record, "kind", "changed")
setattr(Record, "extra", lambda self: ("extra", self.a))
print(r.kind, r.extra(), Record.kind, "extra" in vars(Record), "a" in vars(Record), "method" in Record.__dict__)


class Bag:
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

    def __repr__(self):
        return "Bag(" + ", ".join(f"{k}={v!r}" for k, v in vars(self).items()) + ")"


b = Bag(x=1, y="two", z=[3])
print(b, b.x, [getattr(b, n) for n in "xyz"])
for i in range(12):
    setattr(b, f"f{i}", i * i)
print(b.f11, len(vars(b)), sum(getattr(b, f"f{i}") for i in range(12)))
for i in range(0, 12, 2):
    delattr(b, f"f{i}")
print(b)
b.__dict__["via_dict"] = True
print(b.via_dict, "x" in b.__dict__, b.__dict__.get("nothing"))
b.__dict__.update(x=100, w=5)
print(b.x, b.w)
other = Bag(**vars(b))
print(other, vars(other) == vars(b))
a1, a2 = Record(1, 2), Record(3, 4)
a2.special = "only a2"
print(hasattr(a1, "special"), hasattr(a2, "special"), [n for n in ("a", "b", "special") if hasattr(a2, n)])
names = ["name", "size"]
shape = Bag()
for n, v in zip(names, ("box", 4)):
    setattr(shape, n, v)
print(shape, getattr(shape, "na" + "me"), {n: getattr(shape, n) for n in names})
