# SPDX-License-Identifier: MIT
# Exception classes of the program: fields, inheritance, text, behaviour.

class AppError(Exception):
    """Base."""


class CodedError(AppError):
    def __init__(self, code, message="no message"):
        super().__init__(message)
        self.code = code
        self.message = message

    def __str__(self):
        return f"[{self.code}] {self.message}"


class Plain(AppError):
    code = 7

    def hint(self):
        return "hint for " + str(self.args[0])


class Retry(AppError):
    def __init__(self, after):
        self.after = after


class Quiet(BaseException):
    pass


for e in (CodedError(1), CodedError(2, "text"), Plain("arg"), Plain(), Retry(5), AppError("a", 1)):
    try:
        raise e
    except AppError as caught:
        print(type(caught).__name__, str(caught), repr(caught), caught.args, caught is e, isinstance(caught, Exception))
print(Plain("x").hint(), Plain.code, Retry(3).after, Retry(3).args, CodedError(5).code)
try:
    CodedError()
except TypeError as e:
    print(e)
try:
    try:
        raise Quiet("q")
    except Exception:
        print("never")
except Quiet as e:
    print(repr(e))


def attempt(f, tries):
    for n in range(tries):
        try:
            return f(n)
        except Retry as e:
            print("retry", n, e.after)
    raise AppError(f"gave up after {tries}")


def flaky(n):
    if n < 2:
        raise Retry(n * 10)
    return "done"


print(attempt(flaky, 5))
try:
    attempt(flaky, 2)
except AppError as e:
    print(e)


class Both(KeyError, AttributeError):
    pass


for kind in (KeyError, AttributeError, LookupError):
    try:
        raise Both("both")
    except kind as e:
        print(kind.__name__, e, repr(e))


class WithSlots(Exception):
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

    def __repr__(self):
        return "WithSlots" + str(sorted(vars(self).items()))

    def __bool__(self):
        return False

    def __eq__(self, o):
        return isinstance(o, WithSlots)


try:
    raise WithSlots(a=1, b=2)
except WithSlots as e:
    print(repr(e), bool(e), e == WithSlots(), e.a)
e = ValueError("x")
e.extra = "field on builtin"
e.args = ("changed", 2)
print(e.extra, e, repr(e))
errors = {}
for value in ("1", "x", None, "0"):
    try:
        errors[value] = 10 // int(value)
    except (ValueError, TypeError, ZeroDivisionError) as e:
        errors[value] = type(e).__name__
print(errors)
