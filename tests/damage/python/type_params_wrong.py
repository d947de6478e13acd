def f[T, T](): pass
def g[T = int, U](x: (y := 1)): pass
class C[T: (yield)]((z := 1)): pass
type A[**P = (yield)] = (x := 3)
def h[T]():
    nonlocal T
async def w():
    type B = await w()
x: (yield) = 1
