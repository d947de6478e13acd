# SPDX-License-Identifier: MIT
# Lambdas in every place, with every parameter form.

print((lambda: 1)(), (lambda x: x + 1)(1), (lambda x, y=2: x * y)(3), (lambda *a: a)(1, 2), (lambda **k: k)(a=1))
print((lambda a, /, b, *, c=3: (a, b, c))(1, 2), (lambda a, *b, c, **d: (a, b, c, d))(1, 2, 3, c=4, e=5))
print((lambda x: (lambda y: x + y))(1)(2), (lambda f: f(f))(lambda g: "self"), (lambda: None)())
print((lambda x: x if x > 0 else -x)(-4), (lambda x: [x] * 2)(1), (lambda x: (yield_ := x + 1) * yield_)(2))
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
print([(op, f(6, 3)) for op, f in ops.items()])
pairs = [(1, "one"), (3, "three"), (2, "two")]
print(sorted(pairs, key=lambda p: p[1]), max(pairs, key=lambda p: p[0]), list(map(lambda p: p[0] ** 2, pairs)), list(filter(lambda p: p[0] > 1, pairs)))
fact = lambda n: 1 if n == 0 else n * fact(n - 1)
print(fact(10), fact.__name__, (lambda: 0).__name__)
compose = lambda *fs: (lambda x: [x := f(x) for f in fs][-1])
print(compose(lambda v: v + 1, lambda v: v * 10, str)(4))
n = 1
capture = lambda: n
n = 2
print(capture(), (lambda n=n: n)(), [f() for f in [lambda k=k: k for k in range(3)]])
y_combinator = lambda f: (lambda x: x(x))(lambda y: f(lambda v: y(y)(v)))
print(y_combinator(lambda rec: lambda k: 1 if k < 2 else k * rec(k - 1))(6))
conditional = (lambda: "yes") if n else (lambda: "no")
print(conditional(), [lambda: 1, lambda: 2][1](), {"k": lambda: "v"}["k"](), (lambda: (1, 2))()[1])
gen = lambda: (i for i in range(3))
print(list(gen()), sum(gen()), (lambda x, *, scale=1: x * scale)(5, scale=3))


class WithLambda:
    area = lambda self: self.w * self.h
    const = staticmethod(lambda: 42)

    def __init__(self, w, h):
        self.w, self.h = w, h


print(WithLambda(2, 3).area(), WithLambda.const())
try:
    (lambda x: x)()
except TypeError as e:
    print(e)
try:
    (lambda: 1 // 0)()
except ZeroDivisionError as e:
    print(e)
reduce = lambda f, items, acc: acc if not items else reduce(f, items[1:], f(acc, items[0]))
print(reduce(lambda a, b: a + b, [1, 2, 3, 4], 0), reduce(lambda a, b: a * b, (1, 2, 3, 4), 1), reduce(max, [3, 9, 2], 0))
church = lambda k: lambda f: lambda x: x if k == 0 else f(church(k - 1)(f)(x))
print(church(4)(lambda v: v + 1)(0), church(3)(lambda s: s + "a")(""))
