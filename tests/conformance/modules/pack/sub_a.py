# SPDX-License-Identifier: MIT
"""Sub a."""
from modules import pack

pack.log.append("sub_a")


def name():
    return "sub_a"


def version_of_parent():
    return pack.VERSION
