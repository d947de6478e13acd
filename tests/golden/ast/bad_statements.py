f() = 1
x + 1 += 2
None: int = 3
del f()
for 1 in x: pass
with a as f(): pass
import a.b as c.d
from a import b,
from a import (b
                c)
try:
    pass
x = 1
print 'hello'
if x = 1:
    y z
else:
    pass
def f(a=1, b): pass
f(a=1, b)
f(x for x in y, z)
class C(x for x in y): pass
@decorator
x = 1
match x:
    case a, *b, c.d as e | f: pass
    case {**rest, 'a': 1}: pass
lambda *: x
a := 1
(a.b := 1)
