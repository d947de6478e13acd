# SPDX-License-Identifier: MIT
# Parsing of dates is left out: it needs regular expressions.


def _strptime_datetime(cls, text, format):
    raise NotImplementedError("strptime")
