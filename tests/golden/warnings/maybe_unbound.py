# Variables that have a value on some ways only.
import sys


def branch(a):
    if a:
        x = 1
    return x  #! maybe-unbound


def both(a):
    if a:
        x = 1
    else:
        x = 2
    return x


def leaves(a):
    if a:
        x = 1
    else:
        raise ValueError(a)
    return x


def loop(items):
    for item in items:
        last = item
    return last  #! maybe-unbound


def endless(read):
    while True:
        line = read()
        if line:
            break
    return line


def once(items):
    for item in items:
        if item:
            found = item
            break
    else:
        return None
    return found


def handler(read):
    try:
        value = read()
    except OSError as error:
        print(error, value)
        value = None
    return value


def half(read):
    try:
        first = read()
        second = read(first)
    except OSError:
        return first, second  #! maybe-unbound
    return second


def swallowed(read):
    try:
        value = read()
    except OSError:
        pass
    return value  #! maybe-unbound


def finished(read):
    try:
        value = read()
    finally:
        read()
    return value


def inside(lock, read):
    with lock:
        value = read()
    return value


def deleted(a):
    x = a
    if a:
        del x
    return x  #! maybe-unbound


def walrus(a, b):
    if a and (m := b(a)):
        return m
    return m  #! maybe-unbound


def matched(a):
    match a:
        case [x, _]:
            pass
        case {"x": x}:
            pass
        case _:
            return None
    return x


def told_once(a):
    if a:
        x = 1
    print(x)  #! maybe-unbound
    print(x)
    return sys.argv
