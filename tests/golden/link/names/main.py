# Names that nothing binds; those that something might bind are fine.
import helper


def later():
    return bound_below, helper.counter


def guarded():
    try:
        return only_here
    except NameError:
        return None


def sets_global():
    global made_by_function
    made_by_function = 1


bound_below = 1
print(bound_bellow)
print(lenn([]))
print(exec, made_by_function)
helper.injected = 3


class Body:
    inside = outside
    again = inside
