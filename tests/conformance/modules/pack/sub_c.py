# SPDX-License-Identifier: MIT
# Imported late.

from . import log

log.append("sub_c")
VALUE = "c"
