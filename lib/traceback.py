# SPDX-License-Identifier: MIT
# traceback: where exceptions were raised, as texts; source lines are not known.
import sys

_missing = object()
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class FrameSummary:
    __slots__ = ("filename", "lineno", "name", "line")

    def __init__(self, filename, lineno, name):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = ""

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __getitem__(self, i):
        return tuple(self)[i]

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _put(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        file.write(line)


def extract_tb(tb, limit=None):
    found = []
    while tb is not None:
        code = tb.tb_frame.f_code
        found.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name))
        tb = tb.tb_next
    if limit is None:
        return found
    return found[:limit] if limit >= 0 else found[limit:]


def format_list(extracted_list):
    return [f'  File "{file}", line {line}, in {name}\n' for file, line, name, text in extracted_list]


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    _put(format_tb(tb, limit), file)


def _class_name(cls):
    if cls.__module__ in ("__main__", "builtins"):
        return cls.__qualname__
    return f"{cls.__module__}.{cls.__qualname__}"


def format_exception_only(exc, /, value=_missing):
    if value is not _missing:
        exc = value
    if exc is None:
        return ["NoneType: None\n"]
    try:
        text = str(exc)
    except Exception:
        text = "<exception str() failed>"
    name = _class_name(type(exc))
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    for note in getattr(exc, "__notes__", ()):
        lines.extend([line + "\n" for line in str(note).split("\n")])
    return lines


def _exception_of(exc, value, tb):
    if value is _missing and tb is _missing:
        return exc, exc.__traceback__ if exc is not None else None
    return value, tb


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    exc, tb = _exception_of(exc, value, tb)
    parts = []
    shown = set()
    while True:
        lines = format_exception_only(exc)
        if tb is not None:
            lines = ["Traceback (most recent call last):\n", *format_tb(tb, limit), *lines]
        parts.append(lines)
        if exc is None or not chain:
            break
        shown.add(id(exc))
        source, words = exc.__cause__, _CAUSE
        if source is None and not exc.__suppress_context__:
            source, words = exc.__context__, _CONTEXT
        if source is None or id(source) in shown:
            break
        parts.append([words])
        exc = source
        tb = exc.__traceback__
    return [line for lines in reversed(parts) for line in lines]


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    exc, tb = _exception_of(exc, value, tb)
    if file is None and limit is None and chain and exc is not None and tb is exc.__traceback__:
        sys.print_exception(exc)
    else:
        _put(format_exception(exc, exc, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)
