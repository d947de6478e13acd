a, b = b, a
a, b, c = c, a, b
x.y = z[1] = (p, *q) = w
x.y += 1
z[i] += 1
z[1:2] = z[::2]
n @= 1
del a, x.y, z[i], (b, [c])
v: int = 3
x.y: int
z[i]: int
print(m := 4, m)
