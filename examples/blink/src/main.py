# SPDX-License-Identifier: MIT
# Blinks a board's LED. `board` is made of C functions that the manifest binds.
import board


def blink(times):
    for i in range(times):
        board.led(i % 2 == 0)
        board.wait(500)


blink(6)
