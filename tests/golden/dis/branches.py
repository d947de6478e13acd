# Jumps both ways.
def loop(limit):
    total = 0
    while total < limit:
        if total % 2:
            total += 3
        else:
            total += 1
    return total


def pick(a, b):
    return a and b or not a
