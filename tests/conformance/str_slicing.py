# SPDX-License-Identifier: MIT
# Every combination of start, stop and step, for str, on ASCII and beyond.

s = "abcdefghij"
u = "aé漢😀z"
bounds = (None, 0, 2, 5, 10, 50, -1, -3, -50)
for a in bounds:
    print([s[a:b] for b in bounds])
for step in (1, 2, 3, -1, -2, -4, 20, -20):
    print(step, s[::step], s[1:8:step], s[8:1:step], s[-2::step])
print(u[0], u[1], u[2], u[3], u[4], u[-1], u[-2], len(u))
for a in range(5):
    print([u[a:b] for b in range(a, 6)])
print(u[::-1], u[::2], u[1::2], u[3:0:-1])
print(s[:], s[:] == s, s[5:2] == "", s[100:] == "")
try:
    s[::0]
except ValueError as e:
    print(e)
try:
    s["a":]
except TypeError as e:
    print(e)
part = slice(2, 7, 2)
print(s[part], u[slice(1, 3)], s[slice(None)], s[slice(None, None, -1)])


def chunks(text, size):
    for i in range(0, len(text), size):
        yield text[i:i + size]


print(list(chunks(s, 3)), list(chunks(u, 2)))


def is_palindrome(text):
    return text == text[::-1]


print(is_palindrome("level"), is_palindrome("été"), is_palindrome("ab"))
