# What a class made at run time holds can be seen otherwise than by a name in the code.
# mpy-refused: FZ0520
print("start")


def methods(name, bases, space):
    return sorted(key for key in space if not key.startswith("__"))


class Seen(metaclass=methods):
    def first(self):
        return 1

    second = 2


print(Seen)


class Hooked:
    def __init_subclass__(cls, **keywords):
        print(sorted(keywords), cls.first(cls))


class Derived(Hooked, key=1):
    def first(self):
        return "first of Derived"

    def second(self):
        return "second"
