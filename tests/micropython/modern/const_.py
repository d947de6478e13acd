# ---- folded_everywhere
from micropython import const
_A = const(3)
B = const(_A * 2 + 1)
_T = const((_A, "x"))
class C:
    _K = const(9)
    LIMIT = const(_A + 1)
    def get(self):
        return self.LIMIT + _A
def f(x=_A):
    match x:
        case 3:
            return (*_T, B)
print(f(), B, C().get(), C._K)
# prints (3, 'x', 7) 7 7 9
# ---- used_before
from micropython import const
def f():
    return [*(_LATE,)]
_LATE = const(5)
print(f())
# prints [5]
# ---- rebound
from micropython import const
X = const(1)
X = 2
print([*(X,)], const(4))
# prints [2] 4
# ---- local_name_wins
from micropython import const
_N = const(1)
def f(_N, /):
    return _N
print(f(7), [_N for _N in (8,)], *[_N])
# prints 7 [8] 1
