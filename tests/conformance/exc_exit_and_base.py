# SPDX-License-Identifier: MIT
# SystemExit, KeyboardInterrupt and GeneratorExit as ordinary objects; catching with bare except.

def tries(exc):
    try:
        try:
            raise exc
        except Exception:
            return "as Exception"
    except:
        return "bare except"


print([tries(e) for e in (ValueError(), SystemExit(), KeyboardInterrupt(), GeneratorExit(), MemoryError(), BaseException())])
import sys

for args in ((), (0,), (3,), ("text",), (None,)):
    try:
        sys.exit(*args)
    except SystemExit as e:
        print(repr(e.code), e.args[:1] == args or args == (None,))
try:
    raise SystemExit(5)
except SystemExit as e:
    print(e.code, isinstance(e, Exception))


def cleanup():
    try:
        sys.exit("leaving")
    finally:
        print("cleaned")


try:
    cleanup()
except SystemExit as e:
    print(e)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("exit saw", kind.__name__)
        return kind is SystemExit


with Manager():
    sys.exit(1)
print("still here")
try:
    raise KeyboardInterrupt
except KeyboardInterrupt as e:
    print(repr(e), e.args)
try:
    raise MemoryError("pretend")
except MemoryError as e:
    print(repr(e))
errors = []
for e in (OSError(1, "perm"), OSError("plain"), OSError(), OSError(2, "gone", "file.txt")):
    try:
        raise e
    except OSError as caught:
        errors.append((caught.errno, str(caught), caught.args[:2]))
print(errors)
try:
    raise NotImplementedError
except NotImplementedError as e:
    print(repr(e), isinstance(e, RuntimeError))
print(NotImplemented, bool(NotImplemented is NotImplemented), type(NotImplemented).__name__, ..., Ellipsis is ..., type(...).__name__)
