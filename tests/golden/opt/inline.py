def tracing():
    return False


def pair(x, y):
    return x, y, "mm"


def example(a, b):
    if tracing():
        print(a, b)
    return pair(a.x, b.y)
