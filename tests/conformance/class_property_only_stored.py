# Properties and descriptors that nothing reads: storing calls their setters, or is an error.
class Lambdas:
    prop = property(lambda self: 1, lambda self, value: print("prop", value))

    def __init__(self):
        self.prop = 7


Lambdas()


class Decorated:
    @property
    def only_set(self):
        return 1

    @only_set.setter
    def only_set(self, value):
        print("set", value)

    @property
    def fixed(self):
        return 2

    def change(self):
        self.fixed = 3


Decorated().only_set = 2
try:
    Decorated().change()
except AttributeError:
    print("no setter")


class Descriptor:
    def __get__(self, owner, kind):
        return 5

    def __set__(self, owner, value):
        print("descriptor", value)


class Holder:
    held = Descriptor()

    def __init__(self):
        self.held = 4


Holder()


class Shared:
    count = 0

    def start(self):
        self.count = 9


shared = Shared()
shared.start()
print("done")
