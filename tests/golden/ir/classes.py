class Base:
    "Doc."
    limit = 3

    def __init__(self, x):
        self.x = x
        self.y, self._z = 1, 2
        for self.i in range(2):
            pass

    @property
    def area(self):
        return self.x * self.y

    @staticmethod
    def make(other):
        other.ignored = 1

    def grow(self, by):
        self.x += by
        self.area = by
        self.__private = by


class Derived(Base, tag="t"):
    __slots__ = ("a", "b")

    def grow(self, by):
        super().grow(by)
        return super().limit, super(Derived, self).x, __class__

    name = __qualname__, __module__
