# What a unary operator's method gives is the result, even NotImplemented.
class C:
    def __neg__(self):
        return NotImplemented

    def __pos__(self):
        return None


print(-C(), +C())
try:
    ~C()
except TypeError as error:
    print(error)
print(issubclass(IndentationError, SyntaxError), repr(IndentationError("x")))
