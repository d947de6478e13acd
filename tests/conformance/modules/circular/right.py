# SPDX-License-Identifier: MIT
# The partner of left.

trace = ["right begins"]
print("right runs")
import modules.circular.left as left

seen_at_import = (hasattr(left, "NAME"), hasattr(left, "partner_name"))
NAME = "right"


def partner_name():
    return left.NAME


def bounce(n):
    return [NAME] + (left.bounce(n - 1) if n else [])
