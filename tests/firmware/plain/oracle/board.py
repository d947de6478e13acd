# SPDX-License-Identifier: MIT
"""What board.c does, for CPython."""


def show(number):
    print(int(number))


def label(text):
    print(text)
