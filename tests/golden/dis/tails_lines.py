# SPDX-License-Identifier: MIT
# A call that can raise is shared by ways of one line, and only by them: tracebacks tell the line.
def on_one_line(a, b, value):
    return check(value) if a else check(-value) if b else check(value)


def on_several(a, b, value):
    if a:
        return check(value)
    if b:
        return check(-value)
    return check(value)


def no_call(a, b):
    if a:
        result = "none"
        return result, 1
    if b:
        return 0, 0
    result = "none"
    return result, 1


check = abs
print(on_one_line(1, 0, 2), on_several(1, 0, 2), no_call(0, 0))
