count = 0


def debug(text):
    pass


def is_set(x):
    return x is not None


def same(x):
    return x


def pair(a, b):
    return a, b


def constant(value):
    def give():
        return value
    return give


level = constant(2)
flag = constant(False)


made = constant("made")


def patched():
    return "old"


def counter():
    global count
    count += 1
    return count


def default(x=7):
    return x


def again(x):
    return x if x is None else again(None)


def cell():
    value = 1

    def get():
        return value

    def put(new):
        nonlocal value
        value = new
    return get, put


latest, set_latest = cell()
