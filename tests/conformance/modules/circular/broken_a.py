# SPDX-License-Identifier: MIT
# Needs a name of broken_b, which needs one of this module that is not there yet.

from modules.circular.broken_b import b_value

a_value = 1
