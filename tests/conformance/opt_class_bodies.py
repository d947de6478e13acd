# SPDX-License-Identifier: MIT
# Constants of the module in class bodies: plain classes, those with bases, own names.
WIDTH = 128
HEIGHT = 64
FLAG = False
__hidden = 3


class Plain:
    size = WIDTH * HEIGHT
    if FLAG:
        extra = "never"
    text = "-" * len(str(WIDTH))
    pairs = [(n, WIDTH) for n in range(2)]

    class Inner:
        half = WIDTH // 2

    def method(self, default=HEIGHT + 1):
        return default, self.size


print(Plain.size, Plain.text, Plain.pairs, Plain.Inner.half, Plain().method(),
      hasattr(Plain, "extra"))


class Binds:
    before = WIDTH
    WIDTH = WIDTH + 1
    after = WIDTH


print(Binds.before, Binds.after, Binds.WIDTH, WIDTH)


class Later:
    if len("ab") == 1:
        HEIGHT = 5
    height = HEIGHT


print(Later.height)


class Derived(Plain):
    width = WIDTH, HEIGHT
    length = len("abcd")


print(Derived.width, Derived.length)


def make(scale):
    factor = 4

    class Local:
        value = factor * 2
        other = scale * factor
        max = max(1, 2)
        more = max

    return Local


print(make(3).value, make(3).other, make(3).more)


class Dunders:
    name = __qualname__
    module = __module__ == __name__

    def get(self):
        return _Dunders__hidden

    try:
        found = __hidden
    except NameError:
        found = "mangled"


_Dunders__hidden = 7
print(Dunders.name, Dunders.module, Dunders.found, Dunders().get())
