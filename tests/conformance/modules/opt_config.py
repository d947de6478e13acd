# SPDX-License-Identifier: MIT
"""Constants for opt_globals.py, and what looks like one."""
BITS = 4
MASK = (1 << BITS) - 1
SIZE: int = MASK + 1
NAME = "config"
DEBUG = False
PAIR = (SIZE, NAME)

counter = 0
limit = 10
limit = 20
if DEBUG:
    maybe = 1
else:
    maybe = 2


def count():
    global counter
    counter += 1
    return counter


def early():
    return late


try:
    early()
except NameError as error:
    early_error = str(error)
late = 3

try:
    from modules.opt_other import GUARDED
except ImportError:
    pass


def bring():
    global BROUGHT
    from modules.opt_other import BROUGHT
