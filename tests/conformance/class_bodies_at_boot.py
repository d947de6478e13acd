# Classes made at run time have what code asks for, and statements of their bodies keep their effects.
# mpy-closed: __set_name__ is given short names
print("start")


class Named:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)


class Holder:
    never_mentioned = Named()

    def another_never_mentioned(self):
        return 1


def local(n):
    class Local:
        factor = 2

        def scaled(self, by=n):
            return by * self.factor

        @property
        def half(self):
            return n / 2

        @half.setter
        def half(self, value):
            print("set", value)

        def lost(self):
            return self.lost()

    return Local


made = local(4)()
print(made.scaled(), made.scaled(5), made.half)
made.half = 3


class Stored:
    value = 1

    @property
    def stored(self):
        return 1


try:
    Stored().stored = 2
except AttributeError:
    print("no setter")
print(Stored.value)
