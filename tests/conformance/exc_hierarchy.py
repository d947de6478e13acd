# SPDX-License-Identifier: MIT
# The tree of built-in exceptions and isinstance relations.

tree = [
    (BaseException, None), (Exception, BaseException), (SystemExit, BaseException), (KeyboardInterrupt, BaseException),
    (GeneratorExit, BaseException), (StopIteration, Exception), (ArithmeticError, Exception), (ZeroDivisionError, ArithmeticError),
    (OverflowError, ArithmeticError), (AssertionError, Exception), (AttributeError, Exception), (EOFError, Exception),
    (ImportError, Exception), (ModuleNotFoundError, ImportError), (LookupError, Exception), (IndexError, LookupError), (KeyError, LookupError),
    (MemoryError, Exception), (NameError, Exception), (UnboundLocalError, NameError), (OSError, Exception), (RuntimeError, Exception),
    (NotImplementedError, RuntimeError), (RecursionError, RuntimeError), (SyntaxError, Exception), (TypeError, Exception), (ValueError, Exception),
    (UnicodeError, ValueError), (StopAsyncIteration, Exception), (TimeoutError, OSError),
]
for cls, base in tree:
    print(cls.__name__, base.__name__ if base else None, base is None or issubclass(cls, base), issubclass(cls, Exception), cls.__bases__[0].__name__)
for cls, base in tree:
    try:
        raise cls("arg")
    except BaseException as e:
        if type(e) is not cls or e.args != ("arg",):
            print("odd", cls.__name__)
    try:
        raise cls
    except (cls,) as e:
        if e.args != ():
            print("odd empty", cls.__name__)
print(isinstance(KeyError(), LookupError), isinstance(KeyError(), ValueError), issubclass(UnicodeDecodeError, ValueError), IOError is OSError)
print(str(KeyError("k")), str(ValueError("k")), str(IndexError()), repr(StopIteration(5)), StopIteration(5).value, StopIteration().value)
print(SystemExit(3).code, SystemExit().code, SystemExit("msg").code, OSError(2, "No such file").errno, str(OSError(2, "No such file")), str(OSError("one")))


unset = None
del unset


def classify(action):
    try:
        return action()
    except ArithmeticError as e:
        return "arithmetic", type(e).__name__
    except LookupError as e:
        return "lookup", type(e).__name__
    except (TypeError, ValueError) as e:
        return "usage", type(e).__name__
    except Exception as e:
        return "other", type(e).__name__


for action in (lambda: 1 // 0, lambda: [][1], lambda: {}["x"], lambda: int("z"), lambda: len(5), lambda: unset, lambda: None.x, lambda: next(iter([])),
               lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "fine", lambda: 2.0 ** 5000, lambda: chr(-1), lambda: [].pop()):
    print(classify(action))
