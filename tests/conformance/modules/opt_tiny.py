# SPDX-License-Identifier: MIT
# Tiny functions that other modules call.
from modules.opt_tiny_more import handed_on, replaced


def off():
    return False


def pair(x, y):
    return x, "and", y


first = lambda x: x


def hidden(x):
    return x


def rebound(x):
    return x, 1


def rebound(x):
    return x, 2


def decorate(function):
    return lambda *args: ("decorated", args)


@decorate
def decorated(x):
    return x


def set_outside(x):
    return x is None


def raising(x):
    return x + 1


def use_replaced(x):
    return replaced(x)
