# SPDX-License-Identifier: MIT
# Values of few kinds: the runtime built for it compares, divides and counts nothing else.
import board


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def decide(a, b):
    if a == b or not a:
        return 0
    return -1 if a < b else 1


for n in range(-7, 8, 3):
    for m in (-3, -2, 2, 3):
        board.show(n // m)
        board.show(n % m)
board.show(gcd(1071, 462))
board.show(decide(gcd, decide))
board.show(decide(None, 1))
board.show(decide(True, 1) + decide(2, 1) + (gcd == gcd))
board.show(gcd(7, 0) // gcd(0, 0))
