# SPDX-License-Identifier: MIT
# send: values into a generator, priming, coroutines of the classic kind.

def echo():
    received = []
    while True:
        value = yield len(received)
        if value is None:
            return received
        received.append(value)


g = echo()
print(next(g), g.send("a"), g.send("b"))
try:
    g.send(None)
except StopIteration as e:
    print(e.value)


def averager():
    total = count = 0
    average = None
    while True:
        total += yield average
        count += 1
        average = total / count


avg = averager()
next(avg)
print(avg.send(10), avg.send(20), avg.send(3))
fresh = averager()
try:
    fresh.send(5)
except TypeError as e:
    print(e)
print(fresh.send(None))


def primed(f):
    def start(*args):
        g = f(*args)
        next(g)
        return g
    return start


@primed
def collector(out, limit):
    while len(out) < limit:
        out.append((yield))


@primed
def broadcast(targets):
    while True:
        item = yield
        for t in targets:
            try:
                t.send(item)
            except StopIteration:
                print("full at", item)


a, b = [], []
hub = broadcast([collector(a, 10), collector(b, 2)])
for i in range(4):
    hub.send(i)
print(a, b)


def accumulate():
    total = 0
    while True:
        command, *args = (yield total)
        if command == "add":
            total += args[0]
        elif command == "reset":
            total = 0


acc = accumulate()
next(acc)
print(acc.send(("add", 5)), acc.send(("add", 7)), acc.send(["reset"]), acc.send(("add", 1)))


def nested_yield():
    x = yield (yield 1)
    print("x", x)
    return (yield x) + (yield 10)


g = nested_yield()
print(next(g), g.send("first"), g.send("second"), g.send(3))
try:
    g.send(4)
except StopIteration as e:
    print("returned", e.value)


def scheduler(tasks):
    trace = []
    while tasks:
        task = tasks.pop(0)
        try:
            trace.append(task.send(None))
            tasks.append(task)
        except StopIteration as e:
            trace.append(e.value)
    return trace


def task(name, n):
    for i in range(n):
        yield f"{name}{i}"
    return name + "!"


print(scheduler([task("a", 2), task("b", 1), task("c", 3)]))
done = task("x", 0)
print(list(done))
try:
    done.send(None)
except StopIteration as e:
    print(e.value)
