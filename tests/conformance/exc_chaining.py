# SPDX-License-Identifier: MIT
# raise from, __cause__, __context__, __suppress_context__.

def chain(e):
    out = []
    while e is not None:
        out.append(f"{type(e).__name__}({e})")
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    return " <- ".join(out)


try:
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("wrapped") from e
except ValueError as e:
    print(chain(e), repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
try:
    try:
        1 // 0
    except ZeroDivisionError:
        raise RuntimeError("during handling")
except RuntimeError as e:
    print(chain(e), e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 // 0
    except ZeroDivisionError:
        raise RuntimeError("hidden") from None
except RuntimeError as e:
    print(chain(e), e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    raise ValueError("class cause") from KeyError
except ValueError as e:
    print(chain(e), type(e.__cause__).__name__)
try:
    raise ValueError("x") from "text"
except TypeError as e:
    print(e)
try:
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise KeyError("b")
    except KeyError:
        raise IndexError("c")
except IndexError as e:
    print(chain(e))
try:
    try:
        raise ValueError("first")
    finally:
        raise KeyError("from finally")
except KeyError as e:
    print(chain(e))
try:
    raise ValueError("alone")
except ValueError as e:
    print(e.__cause__, e.__context__, e.__suppress_context__)
try:
    try:
        raise ValueError("kept")
    except ValueError as e:
        e.note = "same object"
        raise
except ValueError as e:
    print(e.note, e.__context__)


def helper():
    try:
        raise KeyError("handled inside")
    except KeyError:
        pass
    raise ValueError("after handling")


try:
    helper()
except ValueError as e:
    print(e.__context__)
try:
    try:
        raise OSError("outer")
    except OSError:
        helper()
except ValueError as e:
    print(chain(e))
try:
    try:
        1 // 0
    except ZeroDivisionError as z:
        try:
            raise KeyError("nested")
        except KeyError as k:
            raise TypeError("explicit") from z
except TypeError as e:
    print(chain(e), type(e.__context__).__name__, type(e.__context__.__context__).__name__)
e = ValueError("by hand")
e.__cause__ = KeyError("set later")
print(chain(e), e.__suppress_context__)


class Cleanup:
    def __enter__(self):
        pass

    def __exit__(self, kind, value, tb):
        if kind:
            raise LookupError("from exit")


try:
    with Cleanup():
        raise ValueError("body")
except LookupError as e:
    print(chain(e))
