# SPDX-License-Identifier: MIT
# Relative imports of a sibling and of the parent.

from . import sub_a
from .. import shapes
from . import VERSION, log

log.append("sub_b")


def combine(x):
    return f"{sub_a.name()}+{x}+{shapes.area(2, 2)}"


def from_parent():
    return VERSION
