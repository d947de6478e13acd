# SPDX-License-Identifier: MIT
# A module with state: every importer must see the same one.

_count = 0


def bump():
    global _count
    _count += 1
    return _count


def value():
    return _count
