# SPDX-License-Identifier: MIT
# Cooperative tasks on generators: sleeping, messages, timeouts, cancellation.

class Task:
    count = 0

    def __init__(self, gen, name):
        Task.count += 1
        self.gen, self.name, self.wake, self.result, self.done = gen, name, 0, None, False


class Loop:
    def __init__(self):
        self.now, self.ready, self.sleeping, self.log, self.boxes = 0, [], [], [], {}

    def spawn(self, gen, name):
        task = Task(gen, name)
        self.ready.append((task, None))
        return task

    def step(self, task, value):
        try:
            request = task.gen.send(value)
        except StopIteration as e:
            task.done, task.result = True, e.value
            self.log.append((self.now, task.name, "done", e.value))
        except Exception as e:
            task.done = True
            self.log.append((self.now, task.name, "failed", str(e)))
        else:
            self.handle(task, request)

    def handle(self, task, request):
        match request:
            case ("sleep", n):
                task.wake = self.now + n
                self.sleeping.append(task)
            case ("put", box, item):
                self.boxes.setdefault(box, []).append(item)
                self.ready.append((task, None))
            case ("get", box) if self.boxes.get(box):
                self.ready.append((task, self.boxes[box].pop(0)))
            case ("get", box):
                self.ready.append((Retry(task, request), None))
            case ("cancel", other):
                other.gen.close()
                other.done = True
                self.sleeping = [t for t in self.sleeping if t is not other]
                self.ready.append((task, None))
            case _:
                task.gen.close()
                self.log.append((self.now, task.name, "bad request", request))

    def run(self, limit=100):
        while (self.ready or self.sleeping) and limit:
            limit -= 1
            batch, self.ready = self.ready, []
            progressed = False
            for task, value in batch:
                if isinstance(task, Retry):
                    if self.boxes.get(task.request[1]):
                        progressed = True
                        self.step(task.task, self.boxes[task.request[1]].pop(0))
                    else:
                        self.ready.append((task, None))
                elif not task.done:
                    progressed = True
                    self.step(task, value)
            if not progressed:
                if not self.sleeping:
                    return "deadlock"
                self.now = min(t.wake for t in self.sleeping)
                due = [t for t in self.sleeping if t.wake <= self.now]
                self.sleeping = [t for t in self.sleeping if t.wake > self.now]
                self.ready.extend((t, None) for t in due)
        return "idle"


class Retry:
    def __init__(self, task, request):
        self.task, self.request = task, request


def producer(n):
    for i in range(n):
        yield "sleep", 2
        yield "put", "box", i * i
    yield "put", "box", None
    return "produced"


def consumer():
    total = 0
    while (item := (yield "get", "box")) is not None:
        total += item
    return total


def ticker():
    try:
        while True:
            yield "sleep", 3
            ticks.append(loop.now)
    finally:
        ticks.append("stopped")


def supervisor(task, after):
    yield "sleep", after
    yield "cancel", task
    return "cancelled " + task.name


def faulty():
    yield "sleep", 1
    raise ValueError("broken")


def odd():
    yield "dance"


ticks = []
loop = Loop()
loop.spawn(producer(4), "producer")
loop.spawn(consumer(), "consumer")
tick = loop.spawn(ticker(), "ticker")
loop.spawn(supervisor(tick, 10), "supervisor")
loop.spawn(faulty(), "faulty")
loop.spawn(odd(), "odd")
print(loop.run(), loop.now, ticks, Task.count)
for entry in loop.log:
    print(*entry)
print(loop.boxes)
