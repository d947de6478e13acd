# SPDX-License-Identifier: MIT
# Slice reading, assignment and deletion on bytearray.

def fresh():
    return bytearray(b"0123456789")


a = fresh()
print(a[2:5], a[::2], a[::-1], a[-3:], type(a[1:2]).__name__)
for start, stop, new in ((0, 0, b"AB"), (2, 5, b"x"), (2, 5, b"xyz"), (2, 5, b"longer"), (8, 100, b"!"), (5, 2, b"in"),
                         (-2, None, b""), (None, None, b"all"), (100, None, b"end")):
    a = fresh()
    a[start:stop] = new
    print(start, stop, new, a)
for step, new in ((2, b"ABCDE"), (-1, b"9876543210"), (5, b"xy"), (-3, b"wxyz")):
    a = fresh()
    a[::step] = new
    print(step, a)
for s in (slice(0, 3), slice(None, None, 2), slice(None, None, -3), slice(5, None), slice(3, 3), slice(None)):
    a = fresh()
    del a[s]
    print(a)
a = fresh()
try:
    a[::2] = b"xy"
except ValueError as e:
    print(e)
try:
    a[0:2] = "xy"
except TypeError:
    print("TypeError")
try:
    a[0:2] = [300]
except ValueError as e:
    print(e)
print(a)
a[3:3] = bytearray(b"self")
a[:0] = a[-2:]
print(a)
a[1:4] = [1, 2, 3]
print(a)
buffer = bytearray(8)
head = 0
for byte in b"circular buffer":
    buffer[head] = byte
    head = (head + 1) % len(buffer)
print(buffer, head, bytes(buffer[head:] + buffer[:head]))
