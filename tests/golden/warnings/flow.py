"""What is never reached."""


def after_return(x):
    if x:
        return 1
        print(x)  #! unreachable-code
        print(x)
    elif x is None:
        raise ValueError
        x = 2  #! unreachable-code
    else:
        return 3
    print(x)  # reached: the elif's list ends with an assignment


def after_if(x):
    if x:
        return 1
    else:
        raise ValueError
    print(x)  #! unreachable-code


def after_loop(x):
    while True:
        if x:
            return 1
    return 2  #! unreachable-code


def after_broken_loop(x):
    while True:
        for i in x:
            break
        try:
            if x:
                break
        finally:
            pass
    return 2


def after_loop_else(x):
    while True:
        for i in x:
            pass
        else:
            break
    return 2


def in_loop(x):
    for i in x:
        continue
        print(i)  #! unreachable-code
    for i in x:
        if i:
            break
        print(i)
    while x:
        print(x)
    return 1


def empty_generator():
    return
    yield


def with_may_swallow(x):
    with x:
        raise ValueError
    return 1


def finally_leaves(x):
    for i in x:
        try:
            pass
        finally:
            if i:
                return 1  #! return-in-finally
            break  #! return-in-finally
    for i in x:
        try:
            pass
        finally:
            for j in x:
                if j:
                    continue
                break
            else:
                continue  #! return-in-finally

            def inner():
                return 1
            inner()
    try:
        return 1
    finally:
        pass


def handlers():
    try:
        pass
    except Exception:
        pass
    except ValueError:  #! except-order
        pass
    try:
        pass
    except (LookupError, OSError):
        pass
    except (KeyError, IOError):  #! except-order
        pass
    except (KeyError, TypeError):
        pass
    except:  #! bare-except
        pass
    try:
        pass
    except ValueError:
        pass
    except Exception:
        pass
    except BaseException:
        pass
    try:
        pass
    except handlers.Error:
        pass
    except handlers.Other:
        pass
    try:
        pass
    except first:
        pass
    except first:  #! except-order
        pass


class first(Exception):
    pass


def again():
    pass


def again():  #! redefined-function
    pass


def shown():
    pass


print(shown)


def shown():
    pass


class Twice:
    def method(self):
        pass

    def other(self):
        pass

    def method(self):  #! redefined-function
        pass

    @property
    def value(self):
        return 1

    @value.setter
    def value(self, new):
        pass


if shown:
    def chosen():
        pass
else:
    def chosen():
        pass


def _():
    pass


def _():
    pass
