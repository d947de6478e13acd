# SPDX-License-Identifier: MIT
# The other half.

from modules.circular.broken_a import a_value

b_value = 2
