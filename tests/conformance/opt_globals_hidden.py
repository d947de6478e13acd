# SPDX-License-Identifier: MIT
# Modules reached through a class and through a function around.


class Holder:
    from modules import opt_config as config


def look():
    from modules import opt_config
    return opt_config.MASK, opt_config.SIZE


def change():
    module = None

    def bring():
        nonlocal module
        from modules import opt_config as module

    bring()
    module.SIZE = "changed"


print(look())
Holder.config.MASK = "held"
print(look())
change()
print(look())
