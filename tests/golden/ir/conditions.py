def conditions(a, b, c):
    if a and (b or not c):
        print(1)
    elif a < b <= c:
        print(2)
    x = a or b and c
    y = (a and b) or c
    z = 1 if a is not None else 2
    return a < b < c, not a, a not in b, x, y, z
