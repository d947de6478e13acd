f(1, 2)
f(1, k=2)
f(*a)
f(1, *a, 2, k=3, **b, m=4)
x.y.m(1)
x.m(1, k=2)
x.m(*a)
[1, 2, 3]
print([1, 2, 3, 4], (1, 2), {1, 2, 3}, {"a": 1, **b}, [*a, 1], (*a, 2), {*a})
print(f"{x} and {y!r:>{w}} {1} {'s'}", f"", f"{x}")


def forward(*args):
    return f(*args)
