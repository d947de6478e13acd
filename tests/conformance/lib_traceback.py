# SPDX-License-Identifier: MIT
# Tracebacks as objects, and the module traceback. CPython shows source lines and carets as well; those
# lines are left out here.
import io
import sys
import traceback
import types


def without_source(text):
    lines = []
    for line in text.split("\n"):
        if not line.startswith("    "):
            if line.startswith("  File"):
                head, tail = line.split('"', 2)[0::2]
                line = head + tail
            lines.append(line)
    return "\n".join(lines)


def walk(tb):
    found = []
    while tb is not None:
        found.append((tb.tb_lineno, tb.tb_frame.f_lineno >= tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    return found


def deep(n):
    if n == 0:
        raise ValueError("at the bottom")
    deep(n - 1)


def in_between():
    try:
        deep(3)
    except ValueError as e:
        print(walk(e.__traceback__))
        print(walk(sys.exc_info()[2]))
        raise KeyError("second") from e


class Own(Exception):
    class Inner(Exception):
        pass


try:
    in_between()
except KeyError as e:
    tb = e.__traceback__
    print(walk(tb), walk(e.__cause__.__traceback__))
    print(without_source(traceback.format_exc()))
    print(without_source("".join(traceback.format_exception(e, chain=False))))
    print(without_source("".join(traceback.format_exception(type(e), e, tb, limit=1))))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print([(f.lineno, f.name, f.filename[-3:]) for f in traceback.extract_tb(tb)])
    print(len(traceback.format_tb(tb)), len(traceback.format_tb(tb, 1)), len(traceback.format_tb(tb, -1)))
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(without_source(out.getvalue()) == without_source(traceback.format_exc()))
    out = io.StringIO()
    traceback.print_tb(tb, file=out)
    print(without_source(out.getvalue()))

try:
    raise Own.Inner() from None
except Own.Inner as e:
    e.add_note("first")
    e.add_note("second\nline")
    print(without_source(traceback.format_exc()), end="")

try:
    try:
        raise OSError(2, "no such thing")
    finally:
        1 // 0
except ZeroDivisionError as e:
    print(isinstance(e.__context__, FileNotFoundError))
    print(without_source(traceback.format_exc()))

# As a value.
try:
    deep(0)
except ValueError as e:
    tb = e.__traceback__
    print(isinstance(tb, types.TracebackType), type(tb).__name__)
    print(repr(tb).startswith("<traceback object at 0x"), str(tb) == repr(tb), bool(tb))
    print(tb == e.__traceback__, tb is e.__traceback__, tb != None, hash(tb) == hash(e.__traceback__))
    print((tb, 1) == (e.__traceback__, 1), tb in [1, e.__traceback__], {tb: 1}[tb])
    print(len(repr([tb, (tb, tb)]).split("traceback object")))
    for bad in (len, iter, lambda x: x[0], lambda x: 1 in x, lambda x: x < x, lambda x: x + x):
        try:
            print(bad(tb))
        except TypeError as wrong:
            print(wrong)
    for wrong in ("x", 1, [tb]):
        try:
            e.__traceback__ = wrong
        except TypeError as error:
            print(error)
        try:
            e.with_traceback(wrong)
        except TypeError as error:
            print(error)
print(sys.exc_info())
