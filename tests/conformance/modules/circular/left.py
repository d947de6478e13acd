# SPDX-License-Identifier: MIT
# Imports its partner, which imports this module while it is half made.

trace = ["left begins"]
NAME = "left"
print("left runs")
import modules.circular.right as right

trace.append("left has right")
seen_at_import = hasattr(right, "NAME")


def partner_name():
    return right.NAME


def bounce(n):
    return [NAME] + (right.bounce(n - 1) if n else [])
