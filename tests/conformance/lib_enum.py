# SPDX-License-Identifier: MIT
# enum: members, aliases, values, errors.
from enum import Enum, IntEnum, StrEnum, auto, unique


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as e:
        print(type(e).__name__, e)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = "b"

    def describe(self):
        return f"{self.name.lower()}={self.value}"

    @classmethod
    def favourite(cls):
        return cls.GREEN

    @property
    def initial(self):
        return self.name[0]


print(Color.RED, repr(Color.GREEN), Color.RED.name, Color.RED.value, Color("b"), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.BLUE.describe(), Color.favourite(), Color.RED.initial)
print(Color(Color.RED), Color.RED == 1, Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: "r"}[Color.CRIMSON], dict(Color.__members__), list(reversed(Color)), bool(Color.RED), f"{Color.RED}", type(Color.RED) is Color, Color)
attempt(Color, 9)
attempt(lambda: Color["NONE"])
attempt(lambda: setattr(Color, "RED", 5))
attempt(lambda: Color.RED < Color.GREEN)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.642, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius ** 3, 5)


print(Planet.EARTH.mass, Planet.MARS.density, Planet((5.97, 6.37)), Planet.MARS.value)


class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()
    OVAL = 10
    LINE = auto()


print([(s.name, s.value) for s in Shape])


class Named(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)

    A = auto()
    B = auto()

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "default" else None


print(Named.A.value, Named.B.value, Named("default"))
attempt(Named, "other")


class Level(IntEnum):
    LOW = 1
    HIGH = 5

    @property
    def is_high(self):
        return self >= Level.HIGH


print(Level.LOW < Level.HIGH, Level.LOW + 1, Level.HIGH == 5, int(Level.HIGH), Level(5), repr(Level.LOW), str(Level.LOW), f"{Level.HIGH:>3}", [10, 20][Level.LOW], sorted([Level.HIGH, Level.LOW]), Level.HIGH.is_high, isinstance(Level.LOW, int), max(Level), hash(Level.LOW) == hash(1), "%d" % Level.HIGH)


class Mode(StrEnum):
    READ = "r"
    WRITE = auto()


print(Mode.READ, Mode.WRITE.value, Mode.READ == "r", Mode("r"), repr(Mode.READ), Mode.READ.upper(), f"{Mode.WRITE}", isinstance(Mode.READ, str), "-".join([Mode.READ, Mode.WRITE]))
attempt(lambda: unique(Color))
print(unique(Shape))
Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE.value, Enum("Pair", [("X", 7), ("Y", 8)])["Y"].value, IntEnum("N", {"ONE": 1}).ONE + 1)


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def __call__(self, a, b):
        return a + b if self is Op.ADD else a - b

    def __str__(self):
        return self.value

    def __lt__(self, other):
        return self.value < other.value


print(Op.ADD(1, 2), Op("-")(5, 3), str(Op.SUB), sorted(Op))
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
