def loops(items, n):
    for i in range(n):
        if i == 3:
            break
        if i == 1:
            continue
        print(i)
    else:
        print("all")
    for a, *b in items:
        print(a)
    while n > 0:
        n -= 1
        if n == 5:
            break
    else:
        return n
    while True:
        if not n or items and i:
            return
