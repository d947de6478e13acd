# SPDX-License-Identifier: MIT
# Library modules import it in functions that run their own tests; nothing here calls those.


def testmod(*args, **kwargs):
    raise NotImplementedError("doctest")
