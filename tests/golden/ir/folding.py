print(2 + 3 * 4, 2**100, 7 // -2, -7 % 3, 1 / 4, "a" + "b" * 3, (1, 2) + (3,), "héé"[1], b"abc"[1:])
print(1 < 2 < 3, 2 in (1, 2), x in [1, 2], x in {1, 2, 1.0}, not 0, 1 and x, 0 or x, x and 0 and y)
print(1 // 0, "a" + 1, 1 << -1, (1, 2)[5], 2**10000, "x" * 100000)
print(f"{1}a{None}{x}b{'c'}", 5 if "" else 6)
for i in [1, 2]:
    pass
if 0:
    gone()
elif 1:
    kept()
else:
    gone()
while 0:
    gone()
assert 1


def generator():
    return
    yield


def early(x):
    if __debug__:
        return 1
    y = 2
    return y
