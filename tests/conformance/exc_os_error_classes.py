# SPDX-License-Identifier: MIT
# OSError with a number and a text is of the class that the number means.
for n in range(140):
    try: raise OSError(n, "text")
    except OSError as e:
        if type(e) is not OSError: print(n, type(e).__name__, e.errno, e.strerror, e)
try: raise OSError(2, 'x', 'file')
except FileNotFoundError as e: print(repr(e), e, e.filename, e.args)
try: raise OSError(2)
except OSError as e: print(repr(e), e, e.filename, e.args, e.errno)
try: raise IOError(11, 'x')
except BlockingIOError as e: print(repr(e))
class Mine(OSError): pass
print(repr(Mine(2, 'x')))
print(isinstance(OSError(104, 'reset'), ConnectionError), isinstance(OSError(32, 'pipe'), BrokenPipeError))
for name in (PermissionError, ProcessLookupError, InterruptedError, ChildProcessError, FileExistsError,
             NotADirectoryError, IsADirectoryError, ConnectionAbortedError, ConnectionResetError,
             ConnectionRefusedError, TimeoutError):
    print(name.__name__, name.__base__.__name__)
for warning in (PendingDeprecationWarning, ResourceWarning, UnicodeWarning, EncodingWarning):
    print(warning.__mro__[1].__name__)
print(issubclass(TabError, IndentationError), IOError is OSError, EnvironmentError is OSError)
