# SPDX-License-Identifier: MIT
"""Deep."""
from . import LEVEL
from .. import VERSION
from ..sub_b import combine
from ...shapes import area


def where():
    return LEVEL, VERSION


def climb():
    return combine("deep"), area(1, 2)
