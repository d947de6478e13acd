# SPDX-License-Identifier: MIT
# Concatenation and repetition of str, bytes, lists, tuples, and their errors.


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


for n in (-1, 0, 1, 2, 5, True):
    print(n, "ab" * n, n * "ab", b"ab" * n, [1] * n, n * (1, 2), bytearray(b"x") * n)
attempt(lambda: "a" + 1)
attempt(lambda: 1 + "a")
attempt(lambda: "a" + None)
attempt(lambda: "a" + b"b")
attempt(lambda: b"a" + "b")
attempt(lambda: [1] + (2,))
attempt(lambda: (1,) + [2])
attempt(lambda: [1] + 2)
attempt(lambda: "a" * "b")
attempt(lambda: "a" * 1.5)
attempt(lambda: [1] * None)
attempt(lambda: "a" - "b")
attempt(lambda: -"a")
attempt(lambda: "a" / 2)
attempt(lambda: b"a" + bytearray(b"b"))
attempt(lambda: bytearray(b"a") + b"b")
text = ""
for i in range(30):
    text += chr(97 + i % 26)
print(text)
rows = [[0] * 3] * 2
rows[0][1] = 5
print(rows, rows[0] is rows[1])
text += "é" * 3 + "€"
print(text, len(text), len(text.encode()))
items = []
items += "abc"
items += (1, 2)
items += {3: 4}
attempt(lambda: items.__iadd__(5))
print(items)
pair = (1,)
same = pair
pair += (2,)
print(pair, same, "x" "y" 'z')
