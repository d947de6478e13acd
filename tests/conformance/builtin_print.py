# SPDX-License-Identifier: MIT
# print: separators, ends, many arguments, every kind of value, unpacking.

print()
print("")
print("a", "b", 1, None, True, 1.5)
print("a", "b", sep="")
print("a", "b", sep=", ")
print("a", "b", sep="\n")
print("no newline", end="")
print(" continued", end="!\n")
print(1, 2, 3, sep="-", end=".\n")
print("x", end="")
print("y", end="")
print()
print(sep="", end="")
print("default", sep=None, end=None)
print(*[1, 2, 3])
print(*"abc", sep="|")
print(*[], end="empty\n")
print([1, "two", 3.0, None], (1,), {"k": "v"}, {5}, b"bytes", range(3), ...)
print("tab\there", "new\nline", "back\\slash", 'quote"s', "é漢😀")
print(["tab\t", "new\n", "é", "quote'"])
print(int, len is len, type(5))


class Custom:
    def __str__(self):
        return "custom str"


class Loud:
    def __repr__(self):
        return "LOUD"


print(Custom(), Loud(), [Loud()], str(Loud()), sep=" / ")
print("multi", "line\n", "output")
for i in range(3):
    print(i, end=" " if i < 2 else "\n")
print("%s" % "formatted", "{}".format("too"), f"{'and'} so")
print("a" * 40)
print(-0.0, 1e100, 10 ** 25, -5, 0x10, 1_000)
print(True, not True, None is None)
print(print("inner"))
try:
    print("a", sep=5)
except TypeError as e:
    print(e)
try:
    print("a", nope=1)
except TypeError as e:
    print(e)
table = [("name", "qty"), ("apple", 3), ("kiwi", 12)]
for left, right in table:
    print(f"{left:<8}|{right:>5}")
print("-" * 14)
print("\n".join(f"{n:2d} {'*' * n}" for n in range(4)))
print("done", flush=True)
