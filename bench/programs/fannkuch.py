# SPDX-License-Identifier: MIT
# bench-size: 8
# Fannkuch: the most flips of a pancake stack over all permutations. Measures lists of small
# integers: swapping, slicing, reversing.
import sys


def fannkuch(n):
    permutation = list(range(n))
    counts = [0] * n
    most = checksum = index = 0
    r = n
    while True:
        while r != 1:
            counts[r - 1] = r
            r -= 1
        stack = permutation[:]
        flips = 0
        top = stack[0]
        while top:
            stack[:top + 1] = stack[top::-1]
            flips += 1
            top = stack[0]
        most = max(most, flips)
        checksum += flips if index % 2 == 0 else -flips
        while True:
            if r == n:
                return checksum, most
            permutation.insert(r, permutation.pop(0))
            counts[r] -= 1
            if counts[r] > 0:
                break
            r += 1
        index += 1


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    checksum, most = fannkuch(n)
    print(f"{checksum}\nPfannkuchen({n}) = {most}")


main()
