# ---- with_brackets
class C:
    def __init__(self, n):
        self.n = n
    def __enter__(self):
        print("in", self.n)
        return self.n
    def __exit__(self, *a):
        print("out", self.n)
with (C(1) as a, C(2) as b):
    print(a, b)
# ---- with_brackets_one
class C:
    def __enter__(self):
        return 7
    def __exit__(self, *a):
        print("out")
with (C() as x):
    print(x)
# ---- with_brackets_lines
class C:
    def __enter__(self):
        return 7
    def __exit__(self, *a):
        return True
with (
    C() as x,
    C() as y,
):
    raise ValueError
print(x, y)
# ---- with_brackets_plain
class C:
    def __enter__(self):
        print("enter")
    def __exit__(self, *a):
        print("exit")
with (C(), C()):
    print("body")
# ---- except_many
# prints caught
try:
    raise KeyError
except ValueError, KeyError:
    print("caught")
# ---- type_params_function
# prints 3
def first[T](x: T) -> T:
    return x
print(first(3))
# ---- type_params_class
# prints 5
class Box[T]:
    def __init__(self, v: T):
        self.v = v
print(Box(5).v)
# ---- type_params_bound
# prints 2
def most[T: int, *Ts, **P](a: T, b: T) -> T:
    return a if a > b else b
print(most(1, 2))
# ---- type_params_method
# prints 4
class K:
    def m[T](self, x: T) -> T:
        return x + 1
print(K().m(3))
# ---- type_params_default_argument
# prints 7
def f[T](x=7):
    return x
print(f())
# ---- type_params_closure
# prints 9
def outer(n):
    def inner[T](x: T) -> T:
        return x + n
    return inner
print(outer(4)(5))
# ---- type_params_base
# prints B
class A: pass
class B[T](A): pass
print(B.__name__)
# ---- conditional_glued
print([1if x else 2 for x in (0, 1)])
# ---- unicode_name_escape
print(len("\N{BULLET}"), "\N{BULLET}" == "\u2022")
# ---- upper_prefix_raw
print(R"a\n", len(R"\\"))
# ---- upper_prefix_bytes
print(B"ab", Rb"\x", bR"\y", BR"\z")
# ---- upper_prefix_f
x = 3
print(F"{x}", fR"\{x}", RF"{x}\n")
# ---- star_annotation
def f(*args: *tuple[int]):
    return args
print(f(1, 2))
# ---- subscript_star_annotation
def f(x: "tuple[*Ts]", *y: *tuple[int]):
    return x, y
print(f(1, 2))
# ---- global_walrus
if (n := 10) > 5 and {y := n + 1}:
    print(n, y)
# ---- set_comp_walrus
print(sorted({(y := x) for x in range(3)} | {z := 9}), z)
