# SPDX-License-Identifier: MIT
# What `from starred import *` gives is said by __all__.

__all__ = ["public_one", "public_two"]
public_one = 1
not_listed = "hidden"
_private = "hidden too"


def public_two():
    return 2
