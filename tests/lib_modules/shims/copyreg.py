# SPDX-License-Identifier: MIT
# The table of functions that take objects apart; `copy` consults it.

dispatch_table = {}


def pickle(kind, function, constructor=None):
    dispatch_table[kind] = function


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)
