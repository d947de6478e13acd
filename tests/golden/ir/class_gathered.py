class Meta(metaclass=Other, option=1):
    pass


class Starred(A, *bases, x=1, **options):
    pass
