# SPDX-License-Identifier: MIT
"""Imports opt_ring_b, which looks at this module half way."""
FIRST = 1
import modules.opt_ring_b as opt_ring_b
SECOND = 2


def seen():
    return opt_ring_b.before, opt_ring_b.read(), opt_ring_b.THIRD
