# Syntax that is lowered to calls of the library.
def plain[T](x: T) -> T:
    return x


def generic[T: int](x=1):
    return T, x


class Box[T]:
    pass


type Number = int | float
text = t"a {plain!r:>5}"
z = 1j
