# SPDX-License-Identifier: MIT
# Tiny functions of other modules: called by name, by attribute, handed on, replaced.
import modules.opt_tiny as tiny
import modules.opt_tiny_more as opt_tiny_more
from modules import opt_tiny
from modules.opt_tiny import decorated, first, handed_on, off, pair, raising, rebound
from modules.opt_tiny import hidden as shown


def say(x):
    print("say", x)
    return x


if off():
    print("never")
print(pair(say(1), say(2)), opt_tiny.pair(say(3), say(4)), tiny.pair(5, 6))
print(first(say("x")), tiny.first("y"), shown(7), rebound(8), decorated(9))
print(handed_on(None), tiny.handed_on(0), opt_tiny_more.handed_on("z"))
print(off, pair(*[1, 2])) if off() else print(pair(*[1, 2]), pair(x=1, y=2))
for wrong in (lambda: pair(1), lambda: opt_tiny.pair(1, 2, 3), lambda: raising("s"),
              lambda: opt_tiny.missing(1)):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)


def local_import(x):
    from modules.opt_tiny import first, pair
    return pair(first(x), pair)[:2]


print(local_import("in"))


class Uses:
    value = pair(1, first(2))

    def method(self):
        return tiny.pair(self.value, off())


print(Uses().method())

print(opt_tiny.set_outside(None))
opt_tiny.set_outside = lambda x: "new"
print(opt_tiny.set_outside(None))
opt_tiny_more.replaced = lambda x: ("new", x)
print(opt_tiny.use_replaced(1), opt_tiny_more.replaced(1))
