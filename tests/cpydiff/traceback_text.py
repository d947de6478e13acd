# A traceback has files, lines and names; it does not repeat the source.
def fail(n):
    return 1 // n


try:
    fail(0)
except ZeroDivisionError as error:
    error.add_note("a note")
    raise ExceptionGroup("two", [error, KeyError(1)])
