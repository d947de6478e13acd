# SPDX-License-Identifier: MIT
# Imported inside a function only: the line below must be printed once, when it is called.

print("lazy runs")
VALUE = ["lazy value"]


def get():
    return VALUE
