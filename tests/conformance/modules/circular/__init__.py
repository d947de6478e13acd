# SPDX-License-Identifier: MIT
# Two modules that import each other, and two that cannot.
