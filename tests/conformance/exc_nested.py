# SPDX-License-Identifier: MIT
# Nested handlers, exceptions inside handlers and in else, handler scoping, re-raise.

def nested(kind):
    log = []
    try:
        log.append("a")
        try:
            log.append("b")
            if kind:
                raise kind("x")
        except KeyError:
            log.append("inner key")
            raise ValueError("from handler")
        except IndexError:
            log.append("inner index")
        else:
            log.append("inner else")
        log.append("after inner")
    except ValueError as e:
        log.append(f"outer {e}")
    except TypeError:
        log.append("outer type")
    else:
        log.append("outer else")
    return log


for kind in (None, KeyError, IndexError, ValueError, TypeError):
    print(nested(kind))


def else_raises():
    try:
        try:
            pass
        except ValueError:
            return "wrong"
        else:
            raise ValueError("in else")
    except ValueError as e:
        return str(e)


def handler_variable():
    e = "outer value"
    try:
        raise ValueError("v")
    except ValueError as e:
        inside = str(e)
    try:
        return e
    except UnboundLocalError:
        return inside, "unbound after handler"


def handler_deletes():
    try:
        raise ValueError("v")
    except ValueError as e:
        del e
    return "fine"


def handler_rebinds():
    try:
        raise ValueError("v")
    except ValueError as e:
        e = "rebound"
        kept = e
    return kept


def loop_with_try():
    results = []
    for item in ("1", "x", "3", None, "5"):
        try:
            results.append(int(item))
        except ValueError:
            results.append("bad")
            continue
        except TypeError:
            break
    else:
        results.append("finished")
    return results


def reraise_modified():
    try:
        try:
            raise ValueError("first")
        except ValueError as e:
            e.args = ("changed",)
            raise e
    except ValueError as e:
        return e.args


def same_exception_twice():
    e = ValueError("reused")
    out = []
    for _ in range(2):
        try:
            raise e
        except ValueError as caught:
            out.append(caught is e)
    return out


print(else_raises(), handler_variable(), handler_deletes(), handler_rebinds(), loop_with_try(), reraise_modified(), same_exception_twice())


def dynamic(kinds, exc):
    try:
        raise exc
    except kinds as e:
        return "caught " + type(e).__name__
    except Exception:
        return "fell through"


print(dynamic((KeyError, ValueError), ValueError()), dynamic((), ValueError()), dynamic((KeyError, (IndexError,)[0]), IndexError()), dynamic(Exception, OSError()))


def choose():
    calls.append("expression evaluated")
    return KeyError


calls = []
try:
    try:
        raise ValueError("unmatched")
    except choose():
        pass
except ValueError:
    print(calls)
try:
    try:
        pass
    except choose():
        pass
finally:
    print(calls)


def depth(n):
    try:
        if n == 0:
            raise KeyError(n)
        depth(n - 1)
    except KeyError as e:
        if n < 3:
            raise
        return f"stopped at {n} with {e}"


def levels():
    try:
        return depth(2)
    except KeyError as e:
        return "escaped", e.args


def accumulate(n):
    try:
        if n:
            accumulate(n - 1)
        raise ValueError([n])
    except ValueError as e:
        if n == 4:
            return e.args[0]
        raise ValueError(e.args[0] + [n + 10]) from None


print(levels(), accumulate(4))
