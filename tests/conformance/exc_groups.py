# ExceptionGroup and BaseExceptionGroup: making, splitting, deriving, notes.


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__, str(error)


eg = ExceptionGroup("several", [ValueError(1), TypeError("two")])
print(eg, repr(eg), eg.message, eg.exceptions, eg.args)
print(type(eg).__mro__)
print(ExceptionGroup.__bases__, BaseExceptionGroup.__bases__)
print(str(ExceptionGroup("one", (OSError(),))), repr(ExceptionGroup("t", (OSError(),))))
print(isinstance(eg, Exception), isinstance(eg, BaseExceptionGroup), issubclass(ExceptionGroup, Exception))
print(type(BaseExceptionGroup("x", [ValueError()])).__name__)
print(type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__)
print(isinstance(BaseExceptionGroup("x", [KeyboardInterrupt()]), Exception))

for args in ((1, [ValueError()]), ("x", 1), ("x", []), ("x", [1]), ("x", [ValueError(), ValueError]),
             ("x", [KeyboardInterrupt()])):
    print(attempt(ExceptionGroup, *args))
for args in ((), ("x",), ("x", [ValueError()], 1)):
    print(attempt(ExceptionGroup, *args)[0])


def show(part, indent=""):
    if part is None:
        return "None"
    if isinstance(part, BaseExceptionGroup):
        inside = ", ".join(show(e) for e in part.exceptions)
        return f"{type(part).__name__}[{part.message}: {inside}]"
    return repr(part)


nested = ExceptionGroup("outer", [
    ValueError("a"),
    ExceptionGroup("inner", [TypeError("b"), ValueError("c"), ExceptionGroup("deep", [KeyError("d")])]),
    KeyError("e"),
])
print(show(nested))
for condition in (ValueError, (TypeError, KeyError), LookupError, Exception, OSError, ExceptionGroup,
                  lambda e: isinstance(e, ValueError), lambda e: False,
                  lambda e: getattr(e, "message", "") == "inner"):
    match, rest = nested.split(condition)
    print(show(match), "|", show(rest), "|", show(nested.subgroup(condition)))
print(nested.split(Exception)[0] is nested, nested.subgroup(OSError) is None)
for wrong in (1, "x", int, (ValueError, 1), None):
    print(attempt(nested.split, wrong))
    print(attempt(nested.subgroup, wrong))
print(attempt(nested.split, lambda e: 1 / 0))

# Parts take over traceback, cause, context and notes.
try:
    try:
        raise OSError("context")
    except OSError:
        raise nested from KeyError("cause")
except ExceptionGroup as error:
    nested = error
nested.add_note("a note")
nested.add_note("another")
match, rest = nested.split(ValueError)
for part in (match, rest):
    print(part.__notes__, repr(part.__cause__), repr(part.__context__), part.__traceback__ is not None)
match.add_note("of the part")
print(nested.__notes__, match.__notes__)
print(show(nested.derive([OSError()])), nested.derive([OSError()]).__cause__)


class Mine(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Mine(self.message, exceptions, self.code)


mine = Mine("mine", [ValueError(1), TypeError(2)], 42)
print(show(mine), mine.code, str(mine))
match, rest = mine.split(TypeError)
print(show(match), match.code, show(rest), rest.code)


class Plain(ExceptionGroup):
    pass


plain = Plain("plain", [ValueError(1), TypeError(2)])
print(show(plain), show(plain.subgroup(ValueError)), show(plain.subgroup(Exception)))
print(attempt(Plain, "x", [KeyboardInterrupt()]))


class BadDerive(ExceptionGroup):
    def derive(self, exceptions):
        return "nothing"


print(attempt(BadDerive("x", [ValueError(), TypeError()]).split, ValueError))


class Both(ExceptionGroup, ValueError):
    pass


print(Both("b", [OSError()]), isinstance(Both("b", [OSError()]), ValueError))

try:
    raise ExceptionGroup("caught", [ValueError(1)])
except ValueError:
    print("no")
except Exception as error:
    print("caught", error.exceptions)

e = ValueError("with notes")
e.add_note("first")
e.add_note("second")
print(e.__notes__, attempt(e.add_note, 1))
