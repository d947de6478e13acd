# check: -Wno-error=missing-builtin -Wno-error=missing-import -Wno-missing-module
import absent
from math import square_root
import there  # fz: ignore


def save(text):
    open("a", "w").write(text)


def code(text):
    return exec(text), absent, square_root, there


def wrong():
    return undefined


def right():
    return undefined_too  # fz: ignore[undefined-name]


def twice():
    return undefined_too


save(code(wrong(), right(), twice()))
