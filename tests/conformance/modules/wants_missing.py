# SPDX-License-Identifier: MIT
# Imports what does not exist, unguarded in a module that is itself guarded by its importer.

try:
    import missing_everywhere
except ImportError:
    raise ImportError("wants_missing cannot work") from None
