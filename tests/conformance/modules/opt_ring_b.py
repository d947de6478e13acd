# SPDX-License-Identifier: MIT
import modules.opt_ring_a as opt_ring_a

THIRD = 3
before = [opt_ring_a.FIRST]
try:
    before.append(opt_ring_a.SECOND)
except AttributeError:
    before.append("not yet")


def read():
    return opt_ring_a.FIRST + opt_ring_a.SECOND
