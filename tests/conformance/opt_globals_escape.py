# SPDX-License-Identifier: MIT
# A module is handed to a function that sets its attributes.
from modules import opt_config


def poke(thing, name, value):
    setattr(thing, name, value)


def poke_directly(thing):
    thing.SIZE = "poked"


def look():
    return opt_config.MASK, opt_config.SIZE, opt_config.NAME


print(look())
poke(opt_config, "MASK", "poked")
poke_directly(opt_config)
print(look())
