f(a, *b, c, d=1, *e, **g, h=2)
f(x for x in y)
f(a := 1, lambda x, /, y=2, *z, w, v=3, **u: x)
def f(a, b=1, /, c: int = 2, *, d, e=3, **k) -> None: ...
a[1:2, ::3, *b, c := 4]
try:
    pass
except A, B:
    pass
try:
    pass
except* (A, B) as group:
    pass
with (open(a) as b, c as (d, *e)): ...
