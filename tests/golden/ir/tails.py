def joined(a, log):
    if a > 2:
        log(1)
        b = 7
        c = 8
    elif a:
        log(2)
        b = 7
        c = 8
    else:
        b = 9
        c = 8
    return b, c


def raising(a, log):
    if a:
        log(a)
        log(0)
    else:
        log(0)
    return a


def same_line(a, log):
    if a: log(1); log(0); x = 3
    else: log(2); log(0); x = 3
    return x, log


def returns(a, log):
    for i in a:
        if i == 1:
            log(1)
            x = 1
            return "done"
        if i == 2:
            log(2)
            x = 1
            return "done"
    x = 2
    return x


def regions(a, log):
    try:
        if a:
            log(1)
            x = 5
            y = 6
            return x, y
        x = 5
        y = 6
    finally:
        log(2)
    return x, y
