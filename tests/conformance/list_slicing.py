# SPDX-License-Identifier: MIT
# Slice reading with every combination, slice assignment, slice deletion.

base = list(range(10))
bounds = (None, 0, 3, 10, 15, -2, -15)
for start in bounds:
    print([base[start:stop] for stop in bounds])
for step in (1, 2, 3, -1, -2, 11, -11):
    print(step, base[::step], base[2:8:step], base[8:2:step])


def assigned(start, stop, new, step=None):
    a = list(range(6))
    try:
        a[start:stop:step] = new
    except (ValueError, TypeError) as e:
        return str(e)
    return a


print(assigned(1, 3, ["x"]), assigned(1, 3, ["x", "y"]), assigned(1, 3, "xyz"), assigned(1, 3, []))
print(assigned(0, 0, [9]), assigned(6, 6, [9]), assigned(100, 200, [9]), assigned(4, 2, [9]), assigned(None, None, []))
print(assigned(-2, None, (7, 8, 9)), assigned(None, -4, range(3)), assigned(2, 2, (i for i in "ab")))
print(assigned(None, None, [1, 2, 3], 2), assigned(None, None, "abcdef", -1), assigned(1, None, "xy", 3))
print(assigned(None, None, [1], 2), assigned(None, None, [1, 2, 3, 4], 2), assigned(0, 2, 5), assigned(0, 4, [1], 2))


def deleted(start, stop, step=None):
    a = list(range(8))
    del a[start:stop:step]
    return a


print(deleted(0, 3), deleted(3, None), deleted(None, None), deleted(5, 2), deleted(-3, -1), deleted(100, None))
print(deleted(None, None, 2), deleted(1, None, 3), deleted(None, None, -1), deleted(None, None, -2), deleted(6, 1, -2))
a = [1, 2, 3]
a[1:1] = a
print(a)
a[:] = [0]
print(a)
a[len(a):] = [5, 6]
print(a)
a[::] = a[::-1]
print(a)
del a[0], a[0]
print(a)
x = [0, 1, 2, 3]
y = x[:]
y[0] = "changed"
x[1:3], y[1:] = y[1:3] + ["p"], []
print(x, y)
s = slice(1, 3)
x[s] = ["S"]
print(x, x[s], x[slice(None, None, 2)])
try:
    x[1.5:]
except TypeError as e:
    print(e)
