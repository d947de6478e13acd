# SPDX-License-Identifier: MIT
# Exception groups: making, split, subgroup, derive, nesting, except* with several clauses.


def shape(e):
    if e is None:
        return "-"
    if isinstance(e, BaseExceptionGroup):
        return f"{type(e).__name__}({e.message!r}: {', '.join(map(shape, e.exceptions))})"
    return repr(e)


def attempt(f, *args):
    try:
        print(shape(f(*args)) if f else None)
    except Exception as e:
        print(type(e).__name__ + ":", e)


g = ExceptionGroup("outer", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), OSError("o")])])
print(g, repr(g), g.message, len(g.exceptions), g.args[0])
for what in (ValueError, (TypeError, OSError), lambda e: "2" in str(e), KeyError, ExceptionGroup, lambda e: True):
    match, rest = g.split(what)
    print(shape(match), "|", shape(rest), "|", shape(g.subgroup(what)))
attempt(ExceptionGroup, "x", [])
attempt(ExceptionGroup, "x", [5])
attempt(ExceptionGroup, "x", 5)
attempt(ExceptionGroup, 5, [ValueError()])
attempt(ExceptionGroup, "x", [KeyboardInterrupt()])
attempt(BaseExceptionGroup, "x", [ValueError()])
attempt(BaseExceptionGroup, "x", [KeyboardInterrupt()])
attempt(lambda: g.derive([KeyError(1)]))
attempt(lambda: g.split(5))


class Named(ExceptionGroup):
    def derive(self, excs):
        return Named(self.message + "'", excs)


n = Named("mine", [ValueError(1), KeyError(2)])
print([shape(x) for x in n.split(KeyError)])


def handle(group):
    try:
        try:
            raise group
        except* ValueError as e:
            print("values", shape(e))
        except* (TypeError, KeyError) as e:
            print("types or keys", shape(e))
            raise RuntimeError("new")
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("left", shape(e), shape(e.__cause__), shape(e.__context__))


handle(g)
handle(n)
handle(ExceptionGroup("only", [ValueError(3)]))
handle(ExceptionGroup("none", [OSError(4)]))
handle(ValueError("bare"))
handle(OSError("bare other"))
