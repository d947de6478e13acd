# What is missing when the program is frozen raises only where the program gets there.


def absent_module():
    import absent_module_of_no_name  # fz: ignore[missing-module]
    return absent_module_of_no_name


def absent_submodule():
    import absent_package.part  # fz: ignore[missing-module]
    return absent_package


def absent_name():
    from math import no_such_function  # fz: ignore[missing-import]
    return no_such_function


def undefined():
    return no_such_name  # fz: ignore[undefined-name]


class Holder:
    def method(self):
        return [no_such_name for _ in range(2)]  # fz: ignore[undefined-name]


def made_later():
    globals()["made"] = 5
    return made  # fz: ignore[undefined-name]


for function in (absent_module, absent_submodule, absent_name, undefined, Holder().method):
    try:
        print(function())
    except (NameError, ModuleNotFoundError) as e:
        print(type(e).__name__, e)
    except ImportError as e:
        print(type(e).__name__, str(e).partition(" (")[0])
try:
    class Body:
        x = no_such_name  # fz: ignore[undefined-name]
except NameError as e:
    print(e)
print(made_later())
