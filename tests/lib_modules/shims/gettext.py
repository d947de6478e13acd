# SPDX-License-Identifier: MIT
# Messages as they are.


def gettext(message):
    return message


def ngettext(one, many, count):
    return one if count == 1 else many
