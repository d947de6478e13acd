a = b.c = d[0] = (e, [f, *g]) = h
a: int
(a): int = 1
b.c: str = yield
a @= b, c
del (a), [b, c.d], e[0]
for x, *y in *a, b: ...
[x async for x, (y, z) in w if x if y]
