# SPDX-License-Identifier: MIT
"""A package."""
VERSION = "1.0"
log = ["pack"]


def exported():
    return "exported by package"


from . import sub_a
from .sub_b import combine as combined
