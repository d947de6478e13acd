# SPDX-License-Identifier: MIT
# warnings: messages of category and text on the console, without a place in the source.
import sys

filters = []  # tuples of action, category and text, the newest first
_shown = []
_records = None


class WarningMessage:
    def __init__(self, message, category):
        self.message = message
        self.category = category
        self.filename = self.lineno = self.file = self.line = self.source = None

    def __str__(self):
        return f"{{message : {self.message!r}, category : {self.category.__name__!r}}}"


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    elif not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = "default"
    for kind, wanted, start in filters:
        if issubclass(category, wanted) and text.startswith(start):
            action = kind
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        if (category, text) in _shown:
            return
        _shown.append((category, text))
    if _records is not None:
        _records.append(WarningMessage(message, category))
    else:
        showwarning(message, category, None, None)


def warn_explicit(message, category, filename, lineno, **details):
    warn(message, category)


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno))


def formatwarning(message, category, filename, lineno, line=None):
    return f"{category.__name__}: {message}\n"


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, "", category, append=append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise AssertionError(f"invalid action: {action!r}")
    if append:
        filters.append((action, category, message))
    else:
        filters.insert(0, (action, category, message))


def resetwarnings():
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._action = action
        self._category = category

    def __enter__(self):
        global _records
        self._saved = filters[:], _shown[:], _records
        _shown.clear()
        if self._action is not None:
            simplefilter(self._action, self._category)
        if self._record:
            _records = []
            return _records

    def __exit__(self, *exc_info):
        global _records
        filters[:], _shown[:], _records = self._saved
