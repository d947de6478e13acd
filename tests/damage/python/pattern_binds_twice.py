x = [1, 1]
match x:
    case [a, a]:
        pass
