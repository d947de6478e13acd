def f(a, b:
    return [a, b

class C:
    x = (1, 2]
    y = f(1, 2))
    z = {1: 2
w = 'after'
