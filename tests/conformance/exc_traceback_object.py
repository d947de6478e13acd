# SPDX-License-Identifier: MIT
# Tracebacks as values: there is one where an exception was raised, and none before.

class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print(kind is None, value is None, traceback is None, value is None or value.__traceback__ is traceback)
        return True


with Manager():
    pass
with Manager():
    raise ValueError("x")
e = ValueError("never raised")
print(e.__traceback__)
try:
    raise e
except ValueError as caught:
    print(caught is e, caught.__traceback__ is not None)
print(e.__traceback__ is not None)
print(e.with_traceback(None) is e, e.__traceback__)


def inner():
    1 // 0


try:
    inner()
except ZeroDivisionError as z:
    first = z.__traceback__
    try:
        raise KeyError("again").with_traceback(first)
    except KeyError as k:
        print(first is not None, k.__traceback__ is not None, k.__context__ is z)


class Keep:
    def __exit__(self, *exc):
        self.exc = exc

    def __enter__(self):
        return self


k = Keep()
try:
    with k:
        raise OSError("kept")
except OSError as o:
    print(k.exc[0] is OSError, k.exc[1] is o, k.exc[2] is not None)
