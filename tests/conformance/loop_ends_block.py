# Loops that are the last thing in a block with a way out that must run, left from a handler inside.


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__)
        return self.name == "quiet"


def fail(kind=ValueError):
    raise kind("x")


def in_with():
    with Manager("a"):
        while True:
            try:
                fail()
            except ValueError:
                break
    return "with"


def in_two():
    with Manager("a"), Manager("b"):
        for i in range(3):
            try:
                fail()
            except ValueError:
                if i == 1:
                    break
    return "two"


def in_finally_body():
    try:
        while True:
            try:
                fail()
            except ValueError:
                break
    finally:
        print("finally")
    return "body"


def in_handler_of_finally():
    try:
        print("body")
    finally:
        while True:
            try:
                fail()
            except ValueError:
                break
    return "handler"


def with_exception():
    try:
        fail(KeyError)
    finally:
        while True:
            try:
                fail()
            except ValueError as e:
                print(type(e.__context__).__name__)
                break


def in_except():
    try:
        fail()
    except ValueError:
        while True:
            try:
                fail(TypeError)
            except TypeError as e:
                print(repr(e.__context__))
                break
    return "except"


def in_named():
    try:
        fail()
    except ValueError as e:
        while True:
            try:
                fail(TypeError)
            except TypeError:
                break
    try:
        return e
    except UnboundLocalError:
        return "named"


def in_try_and_with():
    with Manager("c"):
        try:
            while True:
                try:
                    try:
                        fail()
                    except KeyError:
                        continue
                except ValueError:
                    break
        except OSError:
            return "wrong"
    return "try and with"


def out_of_with():
    while True:
        with Manager("d"):
            try:
                fail()
            except ValueError:
                break
    return "out"


def out_of_finally():
    while True:
        try:
            fail()
        finally:
            break
    return "out of finally"


def out_of_bare():
    while True:
        try:
            fail()
        except:
            break
    return "out of bare"


def continues():
    for i in range(2):
        with Manager(i):
            for k in "ab":
                try:
                    fail()
                except ValueError:
                    print(i, k)
                    continue
                print("wrong")
    return "continues"


def generator():
    with Manager("g"):
        while True:
            try:
                yield 1
                fail()
            except ValueError:
                break


def finally_in_finally():
    try:
        pass
    finally:
        try:
            while True:
                try:
                    fail()
                finally:
                    break
        finally:
            print("inner")
    return "nested"


def quiet():
    with Manager("quiet"):
        while True:
            try:
                fail()
            except ValueError:
                fail(KeyError)
    return "quiet"


verbose = not len(print.__name__)  # known once the module has run, not before


def and_nothing():
    with Manager("e"):
        while True:
            try:
                fail()
            except ValueError:
                break
        if verbose:
            print("verbose")
    return "nothing"


def and_nothing_finally():
    try:
        pass
    finally:
        while True:
            try:
                fail()
            except ValueError:
                break
        if verbose:
            print("verbose")
    return "nothing"


for function in (and_nothing, and_nothing_finally, in_with, in_two, in_finally_body, in_handler_of_finally, in_except, in_named,
                 in_try_and_with, out_of_with, out_of_finally, out_of_bare, continues,
                 finally_in_finally, quiet):
    print(function())
try:
    with_exception()
except KeyError as e:
    print("KeyError", e.__context__)
print(list(generator()))
