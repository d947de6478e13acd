# SPDX-License-Identifier: MIT
# Stands in for `re` where library modules only prepare patterns that the tests never use: a
# pattern can be made, and any use of it fails.

IGNORECASE = I = 2
VERBOSE = X = 64
ASCII = A = 256
MULTILINE = M = 8


class error(Exception):
    pass


class Pattern:
    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.flags = flags

    def _refuse(self, *args, **kwargs):
        raise NotImplementedError(f"matching of {self.pattern!r}")

    match = fullmatch = search = sub = subn = split = findall = finditer = _refuse


def compile(pattern, flags=0):
    return Pattern(pattern, flags)


def escape(text):
    return "".join(c if c.isalnum() or c == "_" else "\\" + c for c in text)


def match(pattern, text, flags=0):
    return compile(pattern, flags).match(text)


def search(pattern, text, flags=0):
    return compile(pattern, flags).search(text)


def sub(pattern, new, text, count=0, flags=0):
    return compile(pattern, flags).sub(new, text, count)


def split(pattern, text, maxsplit=0, flags=0):
    return compile(pattern, flags).split(text, maxsplit)
