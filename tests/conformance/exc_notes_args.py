# SPDX-License-Identifier: MIT
# Notes, args, str and repr of exceptions, with_traceback, attributes, copying args.


class Custom(Exception):
    def __init__(self, code, detail="none"):
        super().__init__(code, detail)
        self.code = code

    def __str__(self):
        return f"code {self.code}"


for e in (Exception(), Exception(1), Exception("a"), Exception("a", 2), ValueError("x" * 3), KeyError("k"), KeyError(), KeyError(1, 2),
          StopIteration(5), Custom(7), Custom(8, "d"), OSError(99, "no file"), OSError("just text"), SystemExit(3), AssertionError(["l"]),
          UnicodeError("u"), LookupError(None), ArithmeticError(1.5), Exception(("t",)), NotImplementedError()):
    print(type(e).__name__, repr(str(e)), repr(e), e.args)
e = ValueError("base")
e.add_note("first")
e.add_note("second\nline")
print(e.__notes__, str(e), e.args)
try:
    e.add_note(5)
except TypeError as t:
    print(t)
e.extra = [1]
e.args = ("changed", 2)
print(e.extra, e.args, e, repr(e))
try:
    e.args = 5
except TypeError as t:
    print(t)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, OSError(2, "x").errno, OSError(2, "x").strerror)
print(e.with_traceback(None) is e, e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__)
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(IndexError, Exception))
print(Exception("a") == Exception("a"), e == e, hash(e) == hash(e), isinstance(e, BaseException))
try:
    raise Custom
except TypeError as t:
    print(t)
try:
    raise Custom(5) from None
except Custom as c:
    print(c, c.args, c.code, c.__suppress_context__, c.__cause__)
