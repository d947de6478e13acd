# SPDX-License-Identifier: MIT
# Built-in functions, methods and operators of constants, and the same with names in their way.

print(len("héé"), len(b"abc"), len((1, 2)), len([1, 2, 3]), len(""))
print(ord("a"), ord("é"), ord("€"), ord("😀"), ord(b"x"), chr(65), chr(233), chr(8364), chr(128512))
print(abs(-5), abs(5), abs(-2.5), abs(True), abs(-(10**30)))
print(min(3, 1, 2), max(3, 1, 2), min((2, 1)), max([1, 5]), min("b", "a"), max("abc"), min(1, 1.0), max(1, 1.0))
print(int("12"), int("-7"), int(3.9), int(-3.9), int(True), int(5), int("+4"), int(" 8 "), int("1_000"))
print(str(12), str(-3), str(None), str(True), str("s"), str(1.5), str(10**20))
print(bool(0), bool("x"), bool(()), float(3), float(2.5), float(True), round(7), round(True))
print(repr("abc"), repr("it's"), repr("\n"), repr(5), repr(None), repr("é"))
print(divmod(7, 2), divmod(-7, 2), pow(2, 10), pow(2, -1), bin(10), bin(-10), oct(64), hex(255), hex(-1), bin(0), hex(True))
print(sum((1, 2, 3)), sum([]), sum((0.1, 0.2)), tuple((1, 2)), tuple([1, 2]), bytes([1, 2, 255]), bytes(b"x"), bytes(3))
print("a".upper(), "ABC".lower(), "é".upper(), " x ".strip(), "x ".rstrip(), " x".lstrip(), b" ab ".strip(), b"ab".upper())
print(", ".join(["a", "b"]), "".join(()), b"-".join((b"a", b"b")), "x".join("abc"))
print("abc".encode(), "é".encode(), "é".encode("utf-8"), b"abc".decode(), b"abc".decode("utf-8"))
print("abc".startswith("ab"), "abc".endswith("bc"), "a".startswith("abc"), b"abc".startswith(b"b"))
print("{} and {}".format(1, "two"), "{{}}".format(), "{0}".format(5), "{:>4}".format(7), "a{}b".format(None))
print("%d %s %x %X %o %%" % (10, "s", 255, 255, 8), "%02x" % 5, "%04d" % 42, "%5d|" % 3, "%s" % None, "%d%%" % 50)
print("%s" % (1,), "%r" % "q", "%-4d|" % 1, "%i" % 3, "%s %s" % ("a", 1.5), "%c" % 65, "%3s|" % "a")
print((5).to_bytes(2, "big"), (1000).to_bytes(2, "little"), (0).to_bytes(1, "big"))
print("ab" * 3, len("ab" * 100), (0,) * 4, 1 << 40, 2**64, b"\0" * 4)

for bad in (
    lambda: ord("ab"),
    lambda: chr(-1),
    lambda: int("x"),
    lambda: len(5),
    lambda: "%d" % "x",
    lambda: "%d %d" % (1,),
    lambda: "%d" % (1, 2),
    lambda: "{} {}".format(1),
    lambda: "-".join((1, 2)),
    lambda: min(()),
    lambda: min(1, "a"),
    lambda: bytes([256]),
    lambda: (300).to_bytes(1, "big"),
    lambda: (-1).to_bytes(1, "big"),
    lambda: divmod(1, 0),
    lambda: sum(("a",)),
    lambda: "a" + 1,
    lambda: float("x"),
):
    try:
        print("no error", bad())
    except Exception as error:
        print(type(error).__name__)


def shadowed(len):
    return len("abc")


def local():
    ord = lambda x: "mine"
    return ord("a")


class Body:
    chr = staticmethod(lambda x: "body")
    value = chr(65)


print(shadowed(lambda x: "mine"), local(), Body.value)


def hex(value):
    return "global"


print(hex(255))
