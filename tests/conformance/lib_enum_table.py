# SPDX-License-Identifier: MIT
# Enumerations: members, aliases, lookup, iteration, methods, values by auto, IntEnum, flags, what is refused.

from enum import Enum, IntEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = "b"

    def describe(self):
        return f"{self.name.lower()}={self.value}"

    @classmethod
    def default(cls):
        return cls.GREEN

    @property
    def shout(self):
        return self.name + "!"


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(Color), Color.RED, repr(Color.BLUE), Color.CRIMSON is Color.RED, Color(1), Color["GREEN"], Color("b").name, len(Color), Color.RED in Color)
print(Color.RED.describe(), Color.default(), Color.BLUE.shout, isinstance(Color.RED, Color), type(Color.RED) is Color, Color.RED == 1, Color.RED != Color.GREEN)
print({Color.RED: "r"}[Color.CRIMSON], sorted(Color, key=lambda c: str(c.value)), [c.name for c in Color], list(Color.__members__))
print(Level.LOW < Level.HIGH, Level.LOW + 1, Level.HIGH == 10, max(Level), f"{Level.LOW:03d}", int(Level.HIGH), [10, 20][Level.LOW], sorted([Level.HIGH, Level.LOW])[0].name, Level(10))
print([m.value for m in Auto], Auto.D.name, hash(Color.RED) == hash(Color.CRIMSON), bool(Color.RED), Color.RED is Color(Color.RED))
attempt(lambda: Color(99))
attempt(lambda: Color["NOPE"])
print(hasattr(Color, "NOPE"))
attempt(lambda: Color.RED < Color.GREEN)


def extend():
    class More(Color):
        X = 5


attempt(extend)


def doubled():
    @unique
    class U(Enum):
        A = 1
        B = 1


attempt(doubled)
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius ** 3, 5)


print([(p.name, p.mass, p.density) for p in Planet], Planet((0.64, 3.39)))
