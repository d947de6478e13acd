# Functions that are little and cannot raise are put in place of their calls: of a module, made by a factory, with
# default arguments. What another module sets, what keeps state and what calls itself stays.
import helpers


def _run(x):
    helpers.debug("starting")
    if helpers.flag():
        print("flagged")
    if helpers.is_set(x):
        print("set", helpers.same(x), helpers.pair(x, 2), helpers.level(), helpers.made(), helpers.default())
    if helpers.level() > 3:
        print("never", x)
    print(helpers.patched(), helpers.counter(), helpers.again(x), helpers.latest())
    helpers.debug(x + 1)
    return helpers.same(helpers.same(x))


helpers.patched = lambda: "new"
print(_run(5))
helpers.set_latest(3)
print(_run(6))
try:
    print(_run(None))
except TypeError as error:
    print(type(error).__name__)
