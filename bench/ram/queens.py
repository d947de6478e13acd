# SPDX-License-Identifier: MIT
# nqueens(6), by recursion over lists.


def safe(places, column):
    row = len(places)
    for other, taken in enumerate(places):
        if taken == column or abs(taken - column) == row - other:
            return False
    return True


def solve(n, places):
    if len(places) == n:
        return 1
    count = 0
    for column in range(n):
        if safe(places, column):
            places.append(column)
            count += solve(n, places)
            places.pop()
    return count


print(solve(6, []))
