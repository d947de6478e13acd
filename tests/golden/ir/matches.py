def matches(x):
    match x:
        case 1 | 2:
            return "small"
        case None:
            return "none"
        case [a, *_, 3]:
            return a
        case [a, b] if a > b:
            return b
        case {"k": v, **rest}:
            return v, rest
        case int(n):
            return n
        case Point(0, y=[]) as p:
            return p
        case _:
            return 0
