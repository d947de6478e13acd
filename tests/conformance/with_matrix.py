# SPDX-License-Identifier: MIT
# with: order, several managers, swallowing, raising in __enter__ and __exit__, leaving by every way, missing methods.

log = []


class M:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        log.append(f"+{self.name}")
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        log.append(f"-{self.name}({kind.__name__ if kind else None})")
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.swallow


def attempt(f):
    log.clear()
    try:
        result = f()
    except Exception as e:
        result = f"{type(e).__name__}: {e} (context {type(e.__context__).__name__})"
    print(f.__name__, result, log)


def plain():
    with M("a") as x:
        return x


def two():
    with M("a") as x, M("b") as y:
        return x, y


def parens():
    with (M("a") as x, M("b"), M("c") as z,):
        return x, z


def raised():
    with M("a"), M("b"):
        raise ValueError("body")


def swallowed():
    with M("a"), M("b", swallow=True):
        raise ValueError("body")
    return "after"


def outer_swallows():
    with M("a", swallow=True):
        with M("b", fail="exit"):
            raise ValueError("body")
    return "after"


def enter_fails():
    with M("a"), M("b", fail="enter"), M("c"):
        return "never"


def exit_fails():
    with M("a"), M("b", fail="exit"):
        pass


def exit_fails_swallowed():
    with M("a", swallow=True), M("b", fail="exit"):
        pass
    return "after"


def loop():
    out = []
    for i in range(4):
        with M(str(i)):
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
    return out


def target_fails():
    with M("a") as [x, y, z]:
        return x, y, z


def attribute_target():
    class O:
        pass
    o = O()
    d = {}
    with M("a") as o.x, M("b") as d["k"], M("xy") as (p, q):
        return o.x, d, p, q


def truthy():
    with M("a", swallow="yes"):
        1 / 0
    with M("b", swallow=[]):
        {}["k"]


def no_enter():
    with object():
        pass


def no_exit():
    class C:
        def __enter__(self):
            return self
    with C():
        pass


def not_manager():
    with 5 as x:
        return x


def in_generator():
    def g():
        with M("g"):
            yield 1
            yield 2
    it = g()
    next(it)
    it.close()
    return list(g())


def finally_inside():
    try:
        with M("a"):
            try:
                return "value"
            finally:
                log.append("finally")
    finally:
        log.append("outer")


for f in (plain, two, parens, raised, swallowed, outer_swallows, enter_fails, exit_fails, exit_fails_swallowed, loop, target_fails,
          attribute_target, truthy, no_enter, no_exit, not_manager, in_generator, finally_inside):
    attempt(f)
