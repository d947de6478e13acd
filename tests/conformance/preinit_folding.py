# What variables are after build-time execution is folded into the code that remains; programs that
# change it later see the change.
import math

DEBUG = bool("")
BOARD = "".join(["pi", "co"])
LEVEL = len("abc")
NAMES = ("pico", "nano")
NOTHING = {}.get("missing")
MASK = (1 << LEVEL) - 1


class Pins:
    LED = int('25')
    BUTTON = LED + 1
    speed = 9600
    label = "fast"

    def describe(pin):
        return "pin %d" % pin

    @staticmethod
    def twice(n):
        return 2 * n


class Late(Pins):
    speed = 19200


def branches():
    seen = []
    if DEBUG:
        seen.append("debug")
    if BOARD == "pico":
        seen.append("pico")
    elif BOARD == "nano":
        seen.append("nano")
    else:
        seen.append("other")
    if BOARD in NAMES and not DEBUG:
        seen.append("known")
    if LEVEL > 2 and LEVEL <= 3 or DEBUG:
        seen.append("level")
    if NOTHING is None and BOARD is not None:
        seen.append("none")
    seen.append("long" if LEVEL > 5 else "short")
    while DEBUG:
        seen.append("never")
    return seen


def values():
    return (LEVEL * 2 + 1, LEVEL - 5, -LEVEL, ~LEVEL, LEVEL << 4, LEVEL % 2, LEVEL // 2, MASK & 5, not LEVEL,
            LEVEL == 3.0, True + LEVEL, DEBUG or BOARD, BOARD and LEVEL, DEBUG and 1 // 0, LEVEL << 29,
            LEVEL * 1000000000)


def calls(n):
    return (math.gcd(n, 12 if n > 3 else 18), math.floor(math.sqrt(n)), math.gcd(n, n and math.gcd(4, n) or 1),
            [math.floor(x / 2) for x in range(n) if math.gcd(x, 2) == 1], Pins.describe(Pins.LED),
            Pins.twice(Pins.BUTTON), Late.describe(Late.LED), math.gcd(*(n, 4)), math.isclose(n, n + 1e-3, abs_tol=1e-2))


def regions(n):
    out = []
    try:
        if DEBUG:
            raise ValueError(n)
        out.append(n)
    except ValueError:
        out.append("caught")
    finally:
        if not DEBUG:
            out.append("finally")
    try:
        if LEVEL:
            raise KeyError(n)
    except KeyError as error:
        out.append(error.args)
    for i in range(n):
        try:
            if DEBUG:
                continue
            if i == 1:
                break
        finally:
            out.append(i)
    return out


def early(n):
    if BOARD != "pico":
        return "not reached"
    try:
        return n
    finally:
        if DEBUG:
            print("not reached")


def rebound():
    return COUNT * 2 + (1 if FLAG else 0)


COUNT = 4
FLAG = True


def count_up():
    global COUNT, FLAG
    COUNT += 1
    FLAG = not FLAG


print(branches())
print(values())
print(calls(8), calls(3))
print(regions(3), early(5))
print(rebound())
count_up()
print(rebound())

# Attributes that are set somewhere are not folded.
print(Pins.speed, Late.speed, Pins.label)
Pins.speed = 4800
del Late.speed
print(Pins.speed, Late.speed)
Late.label = "slow"
print(Pins.label, Late.label)


def monkey(n):
    return math.trunc(n)


print(monkey(2.5))
math.trunc = lambda n: "patched"
print(monkey(2.5))
try:
    print(Pins.missing)
except AttributeError as error:
    print(error)
try:
    print(math.gcd(DEBUG, "x"))
except TypeError as error:
    print(error)
