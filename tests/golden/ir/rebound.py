def isinstance(a, b):
    pass


match x:
    case [1]:
        pass
