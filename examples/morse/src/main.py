# SPDX-License-Identifier: MIT
# Blinks Morse code on a board's LED. `board` is made of C functions that the manifest binds; on
# the desk `try` falls back to a stand-in that prints.
try:
    import board
except ImportError:
    import desk as board

CODES = {
    "E": ".", "F": "..-.", "L": ".-..", "A": ".-", "S": "...", "H": "....",
    "R": ".-.", "Z": "--..", "O": "---",
}
UNIT = 120  # milliseconds of a dot


class Blinker:
    def __init__(self, pin):
        self.pin = pin
        self.flashes = 0

    def flash(self, units):
        board.led(self.pin, True)
        board.wait(units * UNIT)
        board.led(self.pin, False)
        board.wait(UNIT)
        self.flashes += 1

    def letter(self, code):
        for mark in code:
            self.flash(3 if mark == "-" else 1)
        board.wait(2 * UNIT)

    def word(self, text):
        for letter in text.upper():
            try:
                self.letter(CODES[letter])
            except KeyError:
                print("no code for", repr(letter))


def main():
    blinker = Blinker(board.led_pin())
    for word in ("flash", "sos", "ok"):
        before = board.elapsed()
        blinker.word(word)
        print(f"{word:<6}{board.elapsed() - before:>6} ms")
    print(blinker.flashes, "flashes")


if __name__ == "__main__":
    main()
