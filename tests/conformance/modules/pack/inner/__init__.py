# SPDX-License-Identifier: MIT
# A package in a package.

from .. import log

log.append("inner")
LEVEL = 2
