# SPDX-License-Identifier: MIT
# Variables of modules that are constants, and those that only look so.
from modules import opt_config
import modules.opt_config as short
import modules.opt_ring_a as opt_ring_a
from modules.opt_config import SIZE, NAME as renamed, counter, limit, maybe


def forward():
    return AFTER * 2


AFTER = 21
ONCE = 1


def uses():
    if opt_config.DEBUG:
        print("never")
    return opt_config.MASK, short.BITS, SIZE * 2, renamed + "!", opt_config.PAIR[0], AFTER


def local_import():
    import modules.opt_config as inside
    from modules.opt_config import BITS as bits
    return inside.SIZE - bits


def shadow(AFTER):
    SIZE = AFTER + 1
    return SIZE


class Holder:
    AFTER = "class"
    value = AFTER

    def method(self):
        return AFTER, self.AFTER, ONCE


def rebinds():
    global REBOUND
    REBOUND = 2


REBOUND = 1


def reads():
    return REBOUND


print(forward(), uses(), local_import(), shadow(1))
print(Holder.value, Holder().method())
print(reads(), rebinds(), reads())
print(opt_config.count(), opt_config.count(), opt_config.counter, counter)
print(limit, opt_config.limit, maybe, opt_config.early(), opt_config.early_error)
print(opt_ring_a.seen())


def too_early():
    try:
        return LATE
    except NameError as error:
        return str(error)


print(too_early())
LATE = "late"
print(too_early())

GONE = 1
print(GONE)
del GONE
try:
    print(GONE)
except NameError as error:
    print(error)

for LOOP in (1, 2):
    pass
print(LOOP, [WALRUS := n for n in (4, 5)], WALRUS)
WALRUS2 = 0
print([WALRUS2 := n for n in (6, 7)], WALRUS2)


def closure():
    fixed = 3
    changed = 4
    late = lambda: later

    def change():
        nonlocal changed
        changed += fixed
        return changed

    try:
        late()
    except NameError as error:
        print(error)
    later = 5
    return change(), change(), changed, fixed, late()


print(closure())


def deleted():
    x = 1
    y = x
    del x
    try:
        return x
    except UnboundLocalError:
        return y


def maybe_unbound(flag):
    if flag:
        x = 1
    try:
        return x
    except UnboundLocalError:
        return "unbound"


print(deleted(), maybe_unbound(True), maybe_unbound(False))


def walrus():
    x = 1
    return [x := i for i in range(3)], x


print(walrus())

try:
    print(opt_config.BROUGHT)
except AttributeError as error:
    print(error)
opt_config.bring()
print(opt_config.BROUGHT, opt_config.GUARDED)
