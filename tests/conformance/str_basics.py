# SPDX-License-Identifier: MIT
# Construction, concatenation, repetition, length, indexing, identity-free equality.

s = "hello"
print(s, len(s), s[0], s[-1], s[4], s + " world", "ab" * 3, 2 * "xy", "z" * 0, "z" * -1)
print("con" "cat" 'ena' """tion""", len("") == 0)
print('single "double"', "double 'single'", """triple "q" 'q'
second line""")
print(s == "hello", s != "Hello", s is not None, "a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc")
print("ell" in s, "x" in s, "" in s, "lo" not in s)
print(str(), str(12), str(1.5), str(None), str([1, "a"]), str("x"))
print(str(b"abc", "utf-8"), str(b"\xc3\xa9", encoding="utf8"), str(object=5))
print(hash("a") == hash("a"), "a" + "b" == "ab", {"ab": 1}["a" + "b"])
print(max("hello"), min("hello"), sorted("hello"), list("abc"), tuple("ab"), set("aaa"))
for c in "xyz":
    print(c, end=",")
print()
for bad in (5, -6, 100):
    try:
        print(s[bad])
    except IndexError as e:
        print(e)
try:
    s["x"]
except TypeError as e:
    print(e)
try:
    s[0] = "j"
except TypeError as e:
    print(e)
try:
    s + 5
except TypeError as e:
    print(e)
try:
    5 + s
except TypeError as e:
    print(e)
try:
    s * "x"
except TypeError as e:
    print(e)
try:
    "a" < 1
except TypeError as e:
    print(e)
try:
    5 in "12345"
except TypeError as e:
    print(e)
try:
    s.nothing
except AttributeError as e:
    print(e)
t = s
t += "!"
print(s, t)
t *= 2
print(t)
print(bool(""), bool(" "), not "", "yes" if s else "no", "" or "default", s and "and")
