# SPDX-License-Identifier: MIT
# Fails while it is imported.

started = True
1 // 0
