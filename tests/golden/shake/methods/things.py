class Base:
    limit = 10
    spare = 20

    def __init__(self, n):
        self.n = n

    def used(self):
        return self._inner() + self.limit

    def _inner(self):
        return self.n

    def unused(self):
        return self.only_here()

    def only_here(self):
        return 2

    def __repr__(self):
        return "thing"

    def __add__(self, other):
        return other

    def __getitem__(self, key):
        return key


class Derived(Base):
    @property
    def size(self):
        return len("size")

    @property
    def unused_size(self):
        return 3


def idle():
    return Base(1).unused()
