# What __format__ and __str__ give may be of a class that derives from str.
class Loud(str):
    pass


class Thing:
    def __init__(self, text):
        self.text = text

    def __format__(self, spec):
        return Loud(self.text + spec)

    def __str__(self):
        return Loud("<" + self.text + ">")


a, b = Thing("one"), Thing("two")
print(f"{a}{b}")
print(f"{a!s}{b!s}", f"{a:!}{b:?}")
print("%s %s" % (a, b), "{} {:.}".format(a, b))
print(f"{Loud('x')}{Loud('y')!r}{Loud('z'):>4}")
