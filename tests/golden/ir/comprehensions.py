def comprehensions(rows, k):
    a = [x for row in rows if row for x in row if x > k]
    b = {x: i for i, x in enumerate(rows)}
    c = {x for x in (1, 2, 3)}
    d = sum(i * k for i in range(3) for j in range(i))
    return a, b, c, d, [(last := x) for x in rows], last
