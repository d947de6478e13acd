# SPDX-License-Identifier: MIT
# A module's constants are set from outside by their name.
from modules import opt_config

opt_config.MASK = "set"


def look():
    return opt_config.MASK, opt_config.SIZE


print(look())
opt_config.MASK += "!"
print(look())
del opt_config.SIZE
print(hasattr(opt_config, "SIZE"))
opt_config.SIZE = 5
for opt_config.BITS in (7, 8):
    print(opt_config.BITS)
print(look())
