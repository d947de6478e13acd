# SPDX-License-Identifier: MIT
# Tasks as generators, scheduled by priority with waiting, messages and failures; a trace of all that happens.

import heapq


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks


class Receive:
    pass


class Scheduler:
    def __init__(self):
        self.now = 0
        self.ready = []
        self.serial = 0
        self.waiting = {}
        self.mail = {}
        self.trace = []

    def spawn(self, name, task, priority=5):
        self.mail[name] = []
        self.push(name, task, priority, self.now, None)

    def push(self, name, task, priority, when, value):
        self.serial += 1
        heapq.heappush(self.ready, (when, priority, self.serial, name, task, value))

    def send(self, name, message):
        if name in self.waiting:
            task, priority = self.waiting.pop(name)
            self.push(name, task, priority, self.now, message)
        else:
            self.mail[name].append(message)

    def note(self, *what):
        self.trace.append((self.now,) + what)

    def run(self, limit=100):
        while self.ready and limit:
            limit -= 1
            when, priority, _, name, task, value = heapq.heappop(self.ready)
            self.now = max(self.now, when)
            try:
                request = task.send(value)
            except StopIteration as stop:
                self.note(name, "done", stop.value)
                continue
            except Exception as e:
                self.note(name, "failed", repr(e))
                continue
            match request:
                case Sleep(ticks=n):
                    self.push(name, task, priority, self.now + n, None)
                case Receive():
                    if self.mail[name]:
                        self.push(name, task, priority, self.now, self.mail[name].pop(0))
                    else:
                        self.waiting[name] = task, priority
                case None:
                    self.push(name, task, priority, self.now, None)
                case _:
                    self.note(name, "asked for", request)
                    task.close()


s = Scheduler()


def producer(target, count, pause):
    for i in range(count):
        s.send(target, i * i)
        s.note("producer", "sent", i)
        yield Sleep(pause)
    s.send(target, None)
    return count


def consumer(name):
    total = 0
    while (message := (yield Receive())) is not None:
        total += message
        s.note(name, "got", message)
        yield Sleep(1)
    return total


def failing():
    yield
    yield Sleep(2)
    raise RuntimeError("broken")


def strange():
    try:
        yield 42
    finally:
        s.note("strange", "closed")


s.spawn("c", consumer("c"))
s.spawn("p", producer("c", 4, 2), priority=1)
s.spawn("f", failing(), priority=9)
s.spawn("s", strange())
s.spawn("idle", consumer("idle"))
s.run()
for entry in s.trace:
    print(*entry)
print(s.now, sorted(s.waiting), s.mail, len(s.ready))
