# SPDX-License-Identifier: MIT
# What try, except, else and finally do with return, break, continue and raise: all combinations.


def run(body, handler, last, loops):
    trace = []
    for i in range(loops):
        trace.append(i)
        try:
            trace.append("body")
            if body == "raise":
                raise ValueError(i)
            if body == "return":
                return trace, "from body"
            if body == "break":
                break
            if body == "continue":
                continue
        except ValueError as e:
            trace.append("except")
            if handler == "raise":
                raise KeyError(e.args)
            if handler == "return":
                return trace, "from handler"
            if handler == "break":
                break
            if handler == "continue":
                continue
        else:
            trace.append("else")
        finally:
            trace.append("finally")
            if last == "return":
                return trace, "from finally"
            if last == "break":
                break
            if last == "continue":
                continue
        trace.append("after")
    return trace, "end"


for body in ("plain", "raise", "return", "break", "continue"):
    for handler in ("plain", "raise", "return", "break", "continue"):
        if body != "raise" and handler != "plain":
            continue
        for last in ("plain", "return", "break", "continue"):
            try:
                print(body, handler, last, *run(body, handler, last, 2))
            except KeyError as e:
                print(body, handler, last, "KeyError", e)


def nested():
    log = []
    try:
        try:
            try:
                log.append(1)
                return log
            finally:
                log.append(2)
        finally:
            log.append(3)
            try:
                raise ValueError
            except ValueError:
                log.append(4)
    finally:
        log.append(5)


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


print(nested(), value_kept())
