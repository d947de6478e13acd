# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# sched and queue: events in virtual time, and queues used from one thread.
import queue
import sched

now = [0]
log = []


def clock():
    return now[0]


def wait(seconds):
    now[0] += seconds


scheduler = sched.scheduler(clock, wait)


def note(*args, **kwargs):
    log.append((now[0], args, kwargs))


scheduler.enter(5, 1, note, ("five",))
scheduler.enter(2, 2, note, ("two, later",), {"k": 1})
scheduler.enter(2, 1, note, ("two, first",))
event = scheduler.enterabs(3, 1, note, ("cancelled",))
print(len(scheduler.queue), scheduler.empty(), event.time, event.priority, event.argument)
scheduler.cancel(event)
try:
    scheduler.cancel(event)
except ValueError as e:
    print("ValueError")


def again(n):
    note("again", n)
    if n:
        scheduler.enter(10, 1, again, (n - 1,))


scheduler.enter(4, 1, again, (2,))
print(scheduler.run(), now[0], scheduler.empty())
for entry in log:
    print(*entry)
scheduler.enter(7, 1, note, ("late",))
print(scheduler.run(blocking=False), now[0], len(scheduler.queue))

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(maxsize=3)
    for item in (3, 1, 2):
        q.put_nowait(item)
    print(kind.__name__, q.full(), q.qsize(), end=" ")
    try:
        q.put_nowait(4)
    except queue.Full:
        print("full", end=" ")
    print([q.get_nowait() for _ in range(3)], q.empty(), end=" ")
    try:
        q.get(block=False)
    except queue.Empty:
        print("empty", end=" ")
    for _ in range(3):
        q.task_done()
    q.join()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
