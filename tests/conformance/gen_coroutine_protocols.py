# SPDX-License-Identifier: MIT
# Generators as coroutines: parsers fed character by character, broadcast, grep chains, state machines, early close.


def started(g):
    next(g)
    return g


def collector(out):
    while True:
        out.append((yield len(out)))


def grep(word, target):
    while True:
        line = yield
        if word in line:
            target.send(line)


def broadcast(*targets):
    try:
        while True:
            item = yield
            for t in targets:
                t.send(item)
    except GeneratorExit:
        for t in targets:
            t.close()
        raise


a, b = [], []
hub = started(broadcast(started(grep("x", started(collector(a)))), started(collector(b))))
for line in ("one", "x two", "three x", "four"):
    hub.send(line)
hub.close()
print(a, b)


def tokens():
    out, word = [], ""
    while True:
        c = yield out
        if c is None:
            break
        if c.isalnum():
            word += c
        else:
            if word:
                out.append(word)
            word = ""
            if not c.isspace():
                out.append(c)
    if word:
        out.append(word)
    return out


def feed(g, text):
    for c in text:
        g.send(c)
    try:
        g.send(None)
    except StopIteration as stop:
        return stop.value


for text in ("a+b1 *2", "", "x", "(f(12))"):
    print(repr(text), feed(started(tokens()), text))


def lamp():
    state, changes = "off", 0
    while True:
        event = yield state, changes
        match state, event:
            case "off", "press":
                state = "on"
            case "on", "press":
                state = "dim"
            case "dim", "press" | "hold":
                state = "off"
            case _, "reset":
                return changes
            case _:
                continue
        changes += 1


l = started(lamp())
print([l.send(e) for e in ("press", "hold", "press", "hold", "press")])
try:
    l.send("reset")
except StopIteration as stop:
    print(stop.value)


def averaging():
    total = count = 0
    mean = None
    while True:
        try:
            x = yield mean
        except ValueError:
            total = count = 0
            mean = None
            continue
        total += x
        count += 1
        mean = total / count


g = started(averaging())
print(g.send(4), g.send(8), g.throw(ValueError), g.send(1))
for bad in ("text", None):
    try:
        print(g.send(bad))
    except TypeError as e:
        print("TypeError")
    except StopIteration:
        print("over")
