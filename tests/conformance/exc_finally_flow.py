# SPDX-License-Identifier: MIT
# finally against return, break, continue and exceptions, in functions and loops.

def both_return():
    try:
        return "try"
    finally:
        return "finally"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def list_changed():
    x = [1]
    try:
        return x
    finally:
        x.append(2)


def swallowed():
    try:
        raise ValueError("lost")
    finally:
        return "return wins"


def from_except():
    try:
        raise ValueError
    except ValueError:
        return "except"
    finally:
        log.append("cleanup")


def else_return():
    try:
        pass
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        log.append("after else")


log = []
print(both_return(), value_kept(), list_changed(), swallowed(), from_except(), else_return(), log)


def loop_flow():
    out = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out


def break_swallows():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            break
    return "broke out of exception", i


def continue_swallows():
    out = []
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            out.append(i)
            continue
    return out


def while_else():
    n = 0
    while n < 3:
        n += 1
        try:
            if n == 2:
                continue
        finally:
            log.append(n)
    else:
        return "else", n


log.clear()
print(loop_flow(), break_swallows(), continue_swallows(), while_else(), log)


def nested():
    out = []
    for i in range(2):
        try:
            try:
                out.append(("body", i))
                if i:
                    return out
            finally:
                out.append(("inner", i))
        finally:
            out.append(("outer", i))
    return "never"


def three_deep():
    out = []
    try:
        try:
            try:
                raise KeyError("k")
            finally:
                out.append(1)
        except ValueError:
            out.append("no")
        finally:
            out.append(2)
    except KeyError:
        out.append("caught")
    finally:
        out.append(3)
    return out


def raise_in_finally():
    try:
        try:
            return "discarded"
        finally:
            raise ValueError("replaces return")
    except ValueError as e:
        return str(e)


def return_in_loop_in_finally():
    try:
        pass
    finally:
        for i in range(5):
            if i == 3:
                return i


def try_in_finally():
    out = []
    try:
        raise KeyError("original")
    except KeyError as e:
        out.append(str(e))
    finally:
        try:
            raise ValueError("secondary")
        except ValueError as e:
            out.append(str(e))
    return out


print(nested(), three_deep(), raise_in_finally(), return_in_loop_in_finally(), try_in_finally())


# The end of a finally body that nothing reaches: the jump behind it leaves, and restores what was handled.
def leaves_always(log):
    try:
        raise KeyError("outer")
    except KeyError:
        while True:
            try:
                raise ValueError("inner")
            finally:
                log.append("finally")
                break
        try:
            raise
        except KeyError as error:
            log.append(repr(error))
    return log


# The end of a finally body that only a jump out of a handler reaches.
def breaks_to_the_end(log):
    try:
        raise KeyError("outer")
    finally:
        while True:
            try:
                raise ValueError("inner")
            except ValueError:
                log.append("handled")
                break


print(leaves_always([]))
entries = []
try:
    breaks_to_the_end(entries)
except KeyError as error:
    print(repr(error), entries)
