# ---- star_after_keyword
def f(*a, k=0):
    return a, k
print(f(k=1, *[2, 3]))
# ---- star_between
def f(*a, **k):
    return a, sorted(k.items())
print(f(1, x=2, *[3], y=4, **{"z": 5}))
# ---- star_after_keyword_method
class C:
    def m(self, *a, k=0):
        return a, k
print(C().m(k=1, *"ab"))
# ---- positional_only
def f(a, b, /, c):
    return a, b, c
print(f(1, 2, 3), f(1, 2, c=3))
# ---- positional_only_error
def f(a, /):
    return a
try:
    f(a=1)
except TypeError:
    print("TypeError")
# ---- positional_only_kwargs
def f(a, /, **kw):
    return a, kw
print(f(1, a=2))
# ---- positional_only_default
def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d
print(f(1), f(1, 5), f(1, 5, c=6, d=7))
# ---- positional_only_lambda
g = lambda x, /, y: (x, y)
print(g(1, 2), g(1, y=2))
# ---- positional_only_method
class C:
    def m(self, /, x, **kw):
        return x, kw
print(C().m(1, self=2))
# ---- positional_only_closure
def outer(n):
    def inner(x, /, y=n):
        return x + y + n
    return inner
print(outer(10)(1), outer(1)(1, y=1))
# ---- decorator_subscript
registry = [lambda f: "first", lambda f: f]
@registry[0]
def g():
    pass
print(g)
# ---- decorator_walrus
@(d := lambda f: (f, 1))
def g():
    pass
print(g[1], callable(d))
# ---- decorator_lambda
@lambda f: f() + 1
def value():
    return 41
print(value)
# ---- decorator_call_chain
class K:
    def on(self, n):
        def deco(f):
            return lambda: f() + n
        return deco
@K().on(5)
def f():
    return 1
print(f())
# ---- decorator_conditional
debug = True
@(lambda f: f) if debug else (lambda f: None)
def g():
    return "kept"
print(g())
# ---- decorator_class_subscript
marks = {"x": lambda c: c.__name__}
@marks["x"]
class Named:
    pass
print(Named)
# ---- many_arguments
def f(*a):
    return len(a), sum(a)
print(f(*[1] * 100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, *[5]))
# ---- star_late
def f(*a, **k):
    return a, k
print(f(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, *"ab", k=1))
# ---- super_attribute_star
class A:
    def m(self, *a, **k):
        return a, k
class B(A):
    def m(self, *a, **k):
        return super().m(k=1, *a)
print(B().m(1, 2))
# ---- walrus_in_call_star
def f(*a):
    return a
print(f(*(x := [1, 2]), *[x[0], *x]), x)
# ---- star_generator_argument
def f(*a, sep="-"):
    return sep.join(a)
print(f(sep="+", *(c for c in "abc")))
# ---- positional_only_star
def f(a, /, *args, b, **kw):
    return a, args, b, kw
print(f(1, 2, 3, b=4, a=5))
# ---- keyword_star_nested
def f(*a, **k):
    return a, k
print(f(k=f(j=1, *[2]), *[3]))
# ---- print_star
print(sep="|", *[1, 2, 3])
# ---- star_string_join
print("%s-%s" % (*[1], 2))
# ---- positional_only_generator
def g(n, /):
    for i in range(n):
        yield i
print(list(g(3)))
