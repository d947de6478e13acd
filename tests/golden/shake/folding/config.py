BOARD = "".join(("pi", "co"))
LEVEL = len("level")
TRACE = LEVEL > 9


class Pins:
    LED = LEVEL * 5
