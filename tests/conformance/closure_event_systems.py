# SPDX-License-Identifier: MIT
# Closures that call each other: events, observers, undo stacks, lazy values, pipelines of middleware, rate limits.


def events():
    handlers, order = {}, []

    def on(name, f=None, *, once=False):
        if f is None:
            return lambda g: on(name, g, once=once)
        entry = [f, once]
        handlers.setdefault(name, []).append(entry)

        def off():
            if entry in handlers[name]:
                handlers[name].remove(entry)
                return True
            return False
        return off

    def emit(name, *args):
        results = []
        for entry in handlers.get(name, [])[:]:
            f, once = entry
            if once:
                handlers[name].remove(entry)
            try:
                results.append(f(*args))
            except Exception as e:
                results.append(f"{type(e).__name__}: {e}")
        order.append((name, len(results)))
        return results
    return on, emit, order


on, emit, order = events()
off = on("add", lambda a, b: a + b)
on("add", lambda a, b: a / b)
on("add", lambda *a: len(a), once=True)


@on("add")
def shout(a, b):
    return f"{a}!{b}"


print(emit("add", 6, 3), emit("add", 1, 0), off(), off(), emit("add", 8, 2), emit("nothing"), order)
print(type(shout).__name__)


def undoable(state):
    done, undone = [], []

    def do(change):
        before = dict(state)
        change(state)
        done.append((before, dict(state)))
        undone.clear()
        return state

    def move(source, target, index):
        if not source:
            return None
        pair = source.pop()
        target.append(pair)
        state.clear()
        state.update(pair[index])
        return dict(state)
    return do, lambda: move(done, undone, 0), lambda: move(undone, done, 1)


do, undo, redo = undoable({"n": 1})
do(lambda s: s.update(n=2))
do(lambda s: s.update(m="x"))
do(lambda s: s.pop("n"))
print(undo(), undo(), redo(), undo(), undo(), undo(), redo(), do(lambda s: s.update(z=0)), redo())


def lazy(f):
    value = []

    def get():
        if not value:
            value.append(f())
        return value[0]
    return get


made = []
x = lazy(lambda: made.append("x") or 5)
y = lazy(lambda: made.append("y") or x() * 2)
print(made, y(), y(), x(), made)


def middleware(*layers):
    def build(handler):
        for layer in reversed(layers):
            handler = layer(handler)
        return handler
    return build


trace = []


def logging(nxt):
    def handle(request):
        trace.append(f"> {request}")
        try:
            response = nxt(request)
            trace.append(f"< {response}")
            return response
        except Exception as e:
            trace.append(f"! {e}")
            raise
    return handle


def guard(nxt):
    return lambda request: "denied" if request.startswith("secret") else nxt(request)


def retry(times):
    def layer(nxt):
        def handle(request):
            for left in range(times, 0, -1):
                try:
                    return nxt(request)
                except ValueError:
                    if left == 1:
                        raise
        return handle
    return layer


attempts = {}


def app(request):
    attempts[request] = attempts.get(request, 0) + 1
    if request.startswith("flaky") and attempts[request] < 3:
        raise ValueError(f"failed {request}")
    if request == "broken":
        raise ValueError("always")
    return request.upper()


serve = middleware(logging, guard, retry(3))(app)
for request in ("hello", "secret 1", "flaky a", "broken"):
    try:
        print(serve(request))
    except ValueError as e:
        print("gave up:", e)
print(trace, attempts)


def limiter(count, clock):
    calls = []

    def allow():
        now = clock()
        calls[:] = [t for t in calls if now - t < 10]
        if len(calls) >= count:
            return False
        calls.append(now)
        return True
    return allow


ticks = iter([0, 1, 2, 9, 10, 11, 25])
allow = limiter(2, lambda: next(ticks))
print([allow() for _ in range(7)])
