counter = 0


def read():
    return injected
