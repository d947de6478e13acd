# SPDX-License-Identifier: MIT
# bench-size: 9
# All solutions of the queens puzzle, twice: with bit masks, and with a generator over tuples.
# Measures recursion, integer operations and generators.
import sys


def count(n, row=0, columns=0, left=0, right=0):
    if row == n:
        return 1
    total = 0
    free = ~(columns | left | right) & (1 << n) - 1
    while free:
        bit = free & -free
        free ^= bit
        total += count(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return total


def solutions(n, placed=()):
    row = len(placed)
    if row == n:
        yield placed
        return
    for column in range(n):
        for other, taken in enumerate(placed):
            if taken == column or abs(taken - column) == row - other:
                break
        else:
            yield from solutions(n, placed + (column,))


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    total = 0
    for first in solutions(n):
        total += 1
        if total == 1:
            print(first)
    print(n, count(n), total)


main()
