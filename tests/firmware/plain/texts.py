# SPDX-License-Identifier: MIT
# Texts are among the values, but none is ever shown by Python itself.
import board


def pick(first, second):
    return first if first < second else second


word = "blue" + "bell"
board.label(word)
board.label(pick("red", "green"))
board.label(pick(word, "blue") * 2)
board.show("bell" in word)
board.show((word == "bluebell") + (word != 3))
board.label(word[4] + word[-1])
board.show(pick(word, 3))
