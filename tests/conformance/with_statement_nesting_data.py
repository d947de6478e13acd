# SPDX-License-Identifier: MIT
# Context managers in programs: undo, temporary values, timing by a false clock, resources given back in order.


class Temporarily:
    def __init__(self, target, **values):
        self.target, self.values = target, values

    def __enter__(self):
        self.old = {k: getattr(self.target, k, Temporarily) for k in self.values}
        for k, v in self.values.items():
            setattr(self.target, k, v)
        return self.target

    def __exit__(self, *exc):
        for k, v in self.old.items():
            if v is Temporarily:
                delattr(self.target, k)
            else:
                setattr(self.target, k, v)


class Settings:
    level = 1


s = Settings()
with Temporarily(s, level=5, color="red") as t:
    print(t.level, t.color)
    with Temporarily(s, level=9):
        print(s.level)
    print(s.level)
print(s.level, hasattr(s, "color"))
try:
    with Temporarily(s, level=7):
        raise ValueError(s.level)
except ValueError as e:
    print(e, s.level)


class Pool:
    def __init__(self, n):
        self.free = list(range(n))
        self.log = []

    def get(self):
        return Lease(self)


class Lease:
    def __init__(self, pool):
        self.pool = pool

    def __enter__(self):
        if not self.pool.free:
            raise RuntimeError("pool empty")
        self.number = self.pool.free.pop(0)
        self.pool.log.append(f"+{self.number}")
        return self.number

    def __exit__(self, kind, value, tb):
        self.pool.log.append(f"-{self.number}")
        self.pool.free.append(self.number)


pool = Pool(2)
with pool.get() as a, pool.get() as b:
    print(a, b, pool.free)
    try:
        with pool.get():
            print("not reached")
    except RuntimeError as e:
        print(e)
print(pool.free, pool.log)


def use(n):
    with pool.get() as x:
        if n == 0:
            return x
        try:
            return (x, use(n - 1))
        except RuntimeError:
            return (x, "full")


print(use(0), use(1), use(2), sorted(pool.free))


class Undo:
    def __init__(self):
        self.steps = []

    def do(self, action, reverse):
        action()
        self.steps.append(reverse)

    def __enter__(self):
        return self

    def __exit__(self, kind, *rest):
        if kind:
            while self.steps:
                self.steps.pop()()
        return kind is KeyError


items = []
with Undo() as u:
    u.do(lambda: items.append(1), items.pop)
    u.do(lambda: items.append(2), items.pop)
with Undo() as u:
    u.do(lambda: items.append(3), items.pop)
    u.do(lambda: items.insert(0, 0), lambda: items.pop(0))
    print(items)
    raise KeyError
print(items)


class Clock:
    now = 0

    def __call__(self):
        Clock.now += 3
        return Clock.now


class Timer:
    def __init__(self, clock, out, name):
        self.clock, self.out, self.name = clock, out, name

    def __enter__(self):
        self.start = self.clock()

    def __exit__(self, *exc):
        self.out[self.name] = self.clock() - self.start


times, clock = {}, Clock()
with Timer(clock, times, "outer"):
    for i in range(2):
        with Timer(clock, times, f"inner {i}"):
            pass
print(times)


class Section:
    depth = 0

    def __init__(self, title):
        self.title = title

    def __enter__(self):
        print("  " * Section.depth + self.title)
        Section.depth += 1

    def __exit__(self, kind, value, tb):
        Section.depth -= 1
        if kind:
            print("  " * Section.depth + f"! {kind.__name__}: {value}")


try:
    with Section("a"), Section("b"):
        with Section("c"):
            [].pop()
except IndexError:
    print(Section.depth)
