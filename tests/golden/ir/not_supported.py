class Meta(metaclass=Other):
    pass


class Starred(*bases):
    pass


def generic[T](x: T):
    pass


z = 1j
