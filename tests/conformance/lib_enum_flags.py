# SPDX-License-Identifier: MIT
# enum: flags.
# mpy-refused: FZ0520
from enum import CONFORM, Flag, IntFlag, auto


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as e:
        print(type(e).__name__, e)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


rw = Perm.R | Perm.W
print(rw, repr(rw), rw is Perm.RW, rw.value, Perm.R in rw, Perm.X in rw, bool(rw & Perm.X), rw & Perm.W, rw ^ Perm.R, ~rw, ~Perm.R, list(rw), list(Perm), len(rw), Perm(0), repr(Perm(0)), Perm(5), repr(Perm.R | Perm.X), str(Perm.W | Perm.X), Perm.RW.name)
print(Perm(3) is rw, (Perm.R | Perm.X) is Perm(5), Perm(5) == Perm.X | Perm.R, {Perm(5): 1}[Perm.R | Perm.X], Perm["RW"], rw | Perm.X, bool(Perm(0)), [p.value for p in Perm])
attempt(lambda: Perm.R | 1)
attempt(lambda: Perm.R + Perm.W)


class Io(IntFlag):
    IN = 1
    OUT = 2
    ERR = 8


m = Io.IN | Io.ERR
print(m, repr(m), m | 2, m & 1, m == 9, m + 1, Io(16), repr(Io(16)), repr(Io(17)), ~Io.IN & 15, Io.OUT in m, isinstance(m, int), list(m), f"{m:04b}", 4 | Io.IN, int(Io.IN ^ Io.ERR))


class Loose(Flag, boundary=CONFORM):
    A = 1
    B = 2


print(Loose(7), repr(Loose(4)))


class Weekday(Flag):
    MON = 1
    TUE = 2
    SUN = 64
    WEEKEND = SUN

    @classmethod
    def parse(cls, text):
        value = cls(0)
        for word in text.split("|"):
            value |= cls[word]
        return value


print(Weekday.parse("MON|SUN"), Weekday.WEEKEND, list(Weekday), Weekday.TUE.name)
