def outer(x):
    class Inner:
        y = x
        x = 2

        def method(self):
            return x, y

        nested = [x for _ in y]

    return Inner


def declared():
    global late
    late = 1

    def inner():
        return late

    return inner
