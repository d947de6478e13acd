# SPDX-License-Identifier: MIT
# gc: collections do not lose what is reachable; counters make sense where they exist.

import gc

gc.collect()
keep = [[i, str(i), (i, [i])] for i in range(20)]
table = {str(i): {"n": i} for i in range(20)}
gc.collect()
print(keep[7], table["13"], len(keep), sum(k[0] for k in keep))
for i in range(15):
    garbage = [list(range(10)) for _ in range(5)]
    if i % 5 == 0:
        gc.collect()
print(garbage[4][9], keep[19], table["0"])
if hasattr(gc, "mem_free"):
    free, used = gc.mem_free(), gc.mem_alloc()
    sane = free > 0 and used > 0
    big = "x" * 500
    sane = sane and gc.mem_alloc() > 0
    del big
    gc.collect()
else:
    sane = True
print(sane, gc.isenabled())
gc.disable()
print(gc.isenabled())
lots = [i * 2 for i in range(100)]
gc.enable()
print(gc.isenabled(), lots[99], type(gc.collect()).__name__)


def live_in_frames(depth):
    local = [depth] * 3
    if depth == 0:
        gc.collect()
        return []
    below = live_in_frames(depth - 1)
    gc.collect()
    return below + [local]


print(live_in_frames(4))


def closure():
    captured = {"deep": [1, 2]}

    def use():
        gc.collect()
        return captured["deep"]
    return use


use = closure()
gc.collect()
print(use())


def generator():
    state = ["kept"]
    for i in range(3):
        gc.collect()
        state.append(i)
        yield list(state)


print(list(generator()))


class Thing:
    def __init__(self, n):
        self.n = n
        gc.collect()
        self.peer = [n]

    def __eq__(self, o):
        gc.collect()
        return self.n == o.n

    def __hash__(self):
        gc.collect()
        return self.n % 3


things = {Thing(i): i for i in range(6)}
print([things[Thing(i)] for i in range(6)], Thing(2) in things, Thing(9) in things)
print(sorted([3, 1, 2], key=lambda x: gc.collect() and x or x), f"{gc.collect() * 0}{'a' * 3}", [gc.collect() * 0 for _ in range(2)])
