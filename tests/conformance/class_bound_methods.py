# SPDX-License-Identifier: MIT
# Bound methods as values: stored, compared, called later, attributes.

class Greeter:
    def __init__(self, name):
        self.name = name

    def greet(self, other="you", *, mark="."):
        return f"{self.name} greets {other}{mark}"

    def __eq__(self, other):
        return isinstance(other, Greeter)

    def __hash__(self):
        return 1


a, b = Greeter("a"), Greeter("b")
f = a.greet
print(f(), f("x"), f(mark="!"), f.__self__ is a, f.__func__ is Greeter.greet, f.__name__)
print(a.greet == a.greet, a.greet == b.greet, a.greet != b.greet, a.greet is a.greet)
methods = [a.greet, b.greet]
print([m("all") for m in methods], list(map(a.greet, ["1", "2"])), sorted(["bb", "a"], key="abb".count))
a.name = "changed"
print(f())
a.greet = lambda: "instance attribute wins"
print(a.greet(), f(), b.greet())
del a.greet
print(a.greet())
append = [].append
items = []
push = items.append
for i in range(3):
    push(i * i)
print(items, append.__name__, callable(push), "x,y".split(","), list(map("abc".index, "cab")))
upper = "text".upper
get = {"k": "v"}.get
print(upper(), get("k"), get("zz", 0), [s() for s in ("a b".split, "A".lower)], str.upper("q"), list.append(items, 9), items)


class Callback:
    def __init__(self):
        self.handlers = {}

    def on(self, name, handler):
        self.handlers.setdefault(name, []).append(handler)

    def emit(self, name, *args):
        return [h(*args) for h in self.handlers.get(name, ())]


class Light:
    def __init__(self):
        self.level = 0

    def up(self, n=1):
        self.level += n
        return self.level

    def off(self, *_):
        self.level = 0
        return "off"


bus, light = Callback(), Light()
bus.on("press", light.up)
bus.on("press", light.up)
bus.on("hold", light.off)
print(bus.emit("press"), bus.emit("press", 5), bus.emit("hold", 1, 2), bus.emit("none"), light.level)
partial = {"up": light.up, "off": light.off}
print(partial["up"](3), partial["off"](), getattr(light, "up")(2), Light.up(light, 4))


class Op:
    def run(self, name, *args):
        return getattr(self, "do_" + name, self.unknown)(*args)

    def do_add(self, x, y):
        return x + y

    def do_neg(self, x):
        return -x

    def unknown(self, *args):
        return "unknown", args


op = Op()
print(op.run("add", 1, 2), op.run("neg", 5), op.run("pow", 2), {op.do_neg: 1}[op.do_neg])
try:
    a.greet(1, 2)
except TypeError as e:
    print(e)
