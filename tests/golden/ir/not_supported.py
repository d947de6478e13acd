def generic[T](x: T):
    pass


z = 1j
