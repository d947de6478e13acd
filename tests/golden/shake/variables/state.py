total = 0
last = None
never_read = 1
LIMIT = 2
NAMES = ["a", "b"]
OTHERS = ["c", "d"]


def bump():
    global total, never_read
    total = min(total + 1, LIMIT)
    never_read = total
