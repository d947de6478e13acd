# SPDX-License-Identifier: MIT
# Circular imports: half-made modules, imports inside functions, order of execution.

print("main starts")
from modules.circular import left

print("left loaded", left.NAME, left.partner_name(), left.seen_at_import)
from modules.circular import right

print("right loaded", right.NAME, right.partner_name(), right.seen_at_import)
print(left.right is right, right.left is left, left.trace, right.trace)
print(left.bounce(3))
try:
    from modules.circular import broken_a
except ImportError as e:
    print("ImportError", "cannot import name" in str(e))
import modules.counter

first = modules.counter.bump()
import modules.counter

second = modules.counter.bump()
print(second - first)


def again():
    import modules.circular.left as l
    from modules.circular.left import NAME
    return l is left, NAME


print(again())
left.NAME = "renamed"
print(right.partner_name(), again())
print([m.__name__ for m in (left, right)], left.__name__.split(".")[-1])


class Registry:
    def __init__(self):
        self.items = []

    def add(self, module):
        self.items.append(module.NAME)
        return self


print(Registry().add(left).add(right).items)
