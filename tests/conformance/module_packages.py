# SPDX-License-Identifier: MIT
# Packages: __init__, submodules, relative imports, names bound by importing submodules.

import modules.pack
from modules.pack import VERSION, sub_a
from modules.pack.sub_b import combine, from_parent
from modules.pack.inner import deep
from modules.pack.inner.deep import where, climb
import modules.pack.inner.deep as alias

print(modules.pack.VERSION, VERSION, sub_a.name(), combine("x"), from_parent())
print(modules.pack.sub_a is sub_a, modules.pack.inner.deep is alias, deep is alias, where(), climb())
print(modules.pack.__name__, sub_a.__name__, alias.__name__, modules.pack.inner.__name__)
print(modules.pack.exported(), modules.pack.log)
print(hasattr(modules.pack, "sub_a"), hasattr(modules.pack, "sub_b"), hasattr(modules.pack, "inner"))


def late():
    from modules.pack import sub_c
    return sub_c.VALUE, modules.pack.log


print(late())
print(late())
print(sub_a.__package__, alias.__package__, modules.pack.__package__)
modules.pack.VERSION = "changed"
print(VERSION, modules.pack.VERSION, sub_a.version_of_parent())
names = [n for n in ("VERSION", "exported", "sub_a", "inner", "missing") if hasattr(modules.pack, n)]
print(names)
from modules.pack import exported as e1, log as l1
from modules.pack.sub_a import *
print(e1() == modules.pack.exported(), l1 is modules.pack.log, name())
try:
    modules.pack.nothing
except AttributeError as err:
    print(err)
for module in (modules.pack, sub_a, alias):
    print(module.__name__.count("."), module.__doc__)
