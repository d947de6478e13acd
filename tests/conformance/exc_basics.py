# SPDX-License-Identifier: MIT
# try, except, else, finally: which parts run, in what order.

def run(kind):
    log = []
    try:
        log.append("try")
        if kind == "value":
            raise ValueError("v")
        if kind == "key":
            raise KeyError("k")
        if kind == "return":
            return log + ["returned"]
        log.append("end of try")
    except ValueError as e:
        log.append(f"except {e}")
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("after")
    return log


print(run("none"), run("value"), run("return"), sep="\n")
try:
    run("key")
except KeyError as e:
    print("outside", e, repr(e), e.args)


def which(exc):
    try:
        raise exc
    except ZeroDivisionError:
        return "zero"
    except ArithmeticError:
        return "arithmetic"
    except (KeyError, IndexError) as e:
        return "lookup " + type(e).__name__
    except LookupError:
        return "other lookup"
    except Exception as e:
        return "exception " + type(e).__name__
    except BaseException as e:
        return "base " + type(e).__name__


for e in (ZeroDivisionError(), OverflowError(), KeyError(1), IndexError, LookupError(), ValueError, KeyboardInterrupt(), SystemExit(3)):
    print(which(e))
try:
    try:
        1 // 0
    except KeyError:
        print("not this")
    finally:
        print("cleanup first")
except ZeroDivisionError as e:
    print("then", e)
try:
    pass
except ValueError:
    print("never")
else:
    print("else runs")
e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    print(e)
try:
    e
except NameError as err:
    print("name is gone:", err)
try:
    try:
        raise ValueError("inner")
    except ValueError:
        raise
except ValueError as err:
    print("again", err)
try:
    raise
except RuntimeError as err:
    print(err)
for bad in (5, "text", None, int):
    try:
        raise bad
    except TypeError as err:
        print(err)
try:
    try:
        raise ValueError
    except "not a class":
        pass
except TypeError as err:
    print(err)


def deep(n):
    if n == 0:
        raise IndexError("bottom")
    try:
        deep(n - 1)
    finally:
        unwound.append(n)


unwound = []
try:
    deep(5)
except IndexError as err:
    print(err, unwound)
try:
    raise ValueError("one", 2, None)
except ValueError as err:
    print(err, err.args, len(err.args), repr(err), str(ValueError()), repr(KeyError("k")), str(KeyError("k")))
