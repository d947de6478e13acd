import left
name = "right"


def use():
    return left.flag
