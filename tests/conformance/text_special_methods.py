# SPDX-License-Identifier: MIT
# The special methods of str, bytes and bytearray called by their names.

for value, other in (("abc", "b"), (b"abc", b"b"), (bytearray(b"abc"), b"b")):
    for name in ("__add__", "__eq__", "__ne__", "__contains__"):
        print(type(value).__name__, name, getattr(value, name)(other))
    print(value.__len__(), value.__getitem__(1), value.__getitem__(slice(1, None)),
          list(value.__iter__()), value.__repr__(), value.__eq__(5), value.__ne__(None))
print("a-%s" .__mod__("x"), b"%d".__mod__(5), "abc".__hash__() == hash("abc"), "abc".__str__(), b"abc".__hash__() == hash(b"abc"))
print(str.__add__("a", "b"), str.__len__("abc"), bytes.__getitem__(b"abc", 0))
for f in (lambda: "a".__add__(5), lambda: "a".__contains__(5), lambda: "a".__getitem__("x"), lambda: str.__len__(5), lambda: "a".__getitem__(5), lambda: "a".__len__(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
b = bytearray(b"xyz")
b.__setitem__(0, 65)
b.__delitem__(1)
b.__iadd__(b"!")
print(b, b.__contains__(33), [f for f in map(str.__len__, ["a", "bb"])], sorted(["b", "C", "a"], key=str.lower))
print(list(map("{}={}".format, "ab", [1, 2])), list(filter(str.isdigit, "a1b2")), max(["aa", "b"], key=len), "".join(map(str.upper, "abc")))
