# except*: which handlers run, with what, and what is raised afterwards.


def show(part):
    if isinstance(part, BaseExceptionGroup):
        inside = ", ".join(show(e) for e in part.exceptions)
        return f"{type(part).__name__}[{part.message}: {inside}]"
    return repr(part)


def group(*exceptions, message="g"):
    return ExceptionGroup(message, list(exceptions))


def run(function, *args):
    print(function.__name__, *[show(a) if isinstance(a, BaseException) else a for a in args])
    try:
        print("  result", function(*args))
    except BaseException as error:
        print("  raised", show(error), "cause", repr(error.__cause__), "context", repr(error.__context__))


def basic(error):
    try:
        if error:
            raise error
        print("  no error")
    except* ValueError as e:
        print("  ValueError", show(e))
    except* (TypeError, KeyError) as e:
        print("  TypeError or KeyError", show(e))
    except* OSError:
        print("  OSError")
    else:
        print("  else")
    finally:
        print("  finally")
    return "end"


run(basic, None)
run(basic, ValueError("naked"))
run(basic, KeyError("naked"))
run(basic, ZeroDivisionError("naked"))
run(basic, group(ValueError(1), ValueError(2)))
run(basic, group(ValueError(1), TypeError(2), OSError(3)))
run(basic, group(ValueError(1), ZeroDivisionError(2), group(TypeError(3), IndexError(4), message="in")))
run(basic, group(ZeroDivisionError(1)))
run(basic, BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)]))
run(basic, KeyboardInterrupt())


def raises_new(error):
    try:
        raise error
    except* ValueError as e:
        raise RuntimeError("new")
    except* TypeError:
        raise LookupError("from") from OSError("cause")


run(raises_new, group(ValueError(1)))
run(raises_new, group(ValueError(1), TypeError(2)))
run(raises_new, group(ValueError(1), KeyError(2)))
run(raises_new, group(ValueError(1), TypeError(2), KeyError(3)))
run(raises_new, ValueError("naked"))
run(raises_new, group(KeyError(1)))


def reraises(error):
    try:
        raise error
    except* ValueError:
        raise
    except* TypeError as e:
        print("  handled", show(e))


run(reraises, group(ValueError(1), TypeError(2)))
run(reraises, group(ValueError(1), group(TypeError(2), ValueError(3), message="in"), KeyError(4)))
run(reraises, ValueError("naked"))


def raises_part(error):
    try:
        raise error
    except* ValueError as e:
        raise e


run(raises_part, group(ValueError(1), TypeError(2)))


def raises_leaf(error):
    try:
        raise error
    except* ValueError as e:
        raise e.exceptions[0]


run(raises_leaf, group(ValueError(1), TypeError(2)))


def handled_inside(error):
    try:
        raise error
    except* ValueError as e:
        try:
            raise
        except ExceptionGroup as inner:
            print("  same", inner is e)
        try:
            raise OSError("inside")
        except OSError as other:
            print("  context", show(other.__context__))
    try:
        print("  unbound", e)
    except UnboundLocalError as gone:
        print(" ", gone)


run(handled_inside, group(ValueError(1)))


def nested_try(error):
    try:
        try:
            raise error
        except* ValueError:
            print("  inner ValueError")
        except* KeyError:
            raise TypeError("from inner")
    except* TypeError as e:
        print("  outer TypeError", show(e))
    except* Exception as e:
        print("  outer rest", show(e))


run(nested_try, group(ValueError(1), KeyError(2), OSError(3)))
run(nested_try, group(TypeError(1), OSError(2)))


def bad_type(error, kind):
    try:
        raise error
    except* kind:
        print("  handled")


run(bad_type, group(ValueError(1)), 5)
run(bad_type, ValueError(1), ExceptionGroup)
run(bad_type, ValueError(1), (KeyError, BaseExceptionGroup))
run(bad_type, ValueError(1), (ValueError, str))
run(bad_type, ValueError(1), ())


def loops():
    log = []
    for i in range(3):
        try:
            raise group(ValueError(i), *([KeyError(i)] if i == 2 else []))
        except* ValueError as e:
            for item in e.exceptions:
                if item.args[0] == 1:
                    break
                log.append(item.args[0])
        except* KeyError:
            while True:
                break
            log.append("key")
    return log


run(loops)


def in_generator():
    try:
        yield 1
    except* ValueError as e:
        yield show(e)
    except* TypeError:
        yield "type"
    yield "after"


g = in_generator()
print(next(g), g.throw(group(ValueError(1), TypeError(2))), next(g), next(g))


async def in_coroutine():
    try:
        raise group(ValueError(1))
    except* ValueError:
        await nothing()
        return_value = "awaited"
    return return_value


async def nothing():
    pass


try:
    in_coroutine().send(None)
except StopIteration as stop:
    print(stop.value)

try:
    raise group(ValueError(1), TypeError(2))
except* ValueError as module_level:
    print("module level", show(module_level))
except* TypeError:
    print("module level TypeError")


class Body:
    try:
        raise group(ValueError(1))
    except* ValueError as e:
        seen = show(e)


print(Body.seen, hasattr(Body, "e"))


class Special(ExceptionGroup):
    def derive(self, exceptions):
        return Special("derived " + self.message, exceptions)


run(basic, Special("special", [ValueError(1), ZeroDivisionError(2)]))


def order(error):
    try:
        raise error
    except* side("first", ValueError):
        print("  handled")
    except* side("second", TypeError):
        print("  handled second")


def side(text, value):
    print("  evaluated", text)
    return value


run(order, group(ValueError(1)))
run(order, group(ValueError(1), TypeError(2)))
run(order, group(OSError(1)))
