# SPDX-License-Identifier: MIT
"""More constants for opt_globals.py."""
BROUGHT = "brought"
GUARDED = "guarded"
REEXPORTED = "again"
