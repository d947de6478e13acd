# Names that a missing module would have brought are unbound, not errors of the build.
# mpy-closed: an unused definition goes, though making its value would raise
try:
    from no_such_module import *
except ImportError as error:
    print(error)


def uses():
    return brought


for attempt in (uses, lambda: other(1)):
    try:
        attempt()
    except NameError as error:
        print(error)
brought = 5
print(uses())
