# SPDX-License-Identifier: MIT
# bench-size: 90
# The largest singular value of an infinite matrix, by the power method. Measures function calls
# with floats, and list comprehensions.
import sys


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    n = len(vector)
    return [sum([element(i, j) * vector[j] for j in range(n)]) for i in range(n)]


def times_transposed(vector):
    n = len(vector)
    return [sum([element(j, i) * vector[j] for j in range(n)]) for i in range(n)]


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    u = [1.0] * n
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    along = sum(a * b for a, b in zip(u, v))
    square = sum(b * b for b in v)
    print("%.9f" % (along / square) ** 0.5)


main()
