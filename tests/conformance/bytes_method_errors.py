# SPDX-License-Identifier: MIT
# Methods of bytes and bytearray with arguments of the wrong type or value.


def attempt(f, *args, **keywords):
    try:
        print(repr(f(*args, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(bytes, "text")
attempt(bytes, -1)
attempt(bytes, [256])
attempt(bytes, [-1])
attempt(bytes, ["a"])
attempt(bytes, 1.5)
attempt(bytes, None)
attempt(bytearray, [1, 300])
attempt(bytearray, "text")
for kind in (bytes, bytearray):
    data = kind(b"a-b-c")
    attempt(data.split, "-")
    attempt(data.split, b"")
    attempt(data.join, ["x"])
    attempt(data.join, [1])
    attempt(data.find, "a")
    attempt(data.find, 97)
    attempt(data.find, 256)
    attempt(data.index, b"zz")
    attempt(data.rindex, 122)
    attempt(data.count, "a")
    attempt(data.replace, "a", "b")
    attempt(data.startswith, "a")
    attempt(data.endswith, [b"c"])
    attempt(data.strip, "a")
    attempt(data.center, 9, "x")
    attempt(data.partition, b"")
    attempt(data.translate, b"short")
    attempt(data.decode, "no-such-codec")
    attempt(kind(b"\xff\xfe").decode)
    attempt(kind(b"\xff\xfea").decode, "utf-8", "ignore")
    attempt(kind(b"\xff\xfea").decode, "ascii", "replace")
    attempt(kind(b"caf\xc3\xa9").decode, "latin-1")
    attempt(kind.fromhex, "zz")
    attempt(kind.fromhex, "1")
    attempt(kind.fromhex, 5)
    attempt(kind.fromhex, " 01 02 ff ")
    attempt(lambda d: d + "x", data)
    attempt(lambda d: d * "x", data)
    attempt(lambda d: "a" in d, data)
    attempt(lambda d: 300 in d, data)
    attempt(lambda d: d < "a", data)
