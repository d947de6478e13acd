# SPDX-License-Identifier: MIT
# Filters as coroutines: send a sample, get the filtered one. Their state is their frame, so an
# idle filter costs one generator and its buffer.


def started(filter_function):
    """A coroutine that waits for its first sample already."""
    def start(*args):
        coroutine = filter_function(*args)
        next(coroutine)
        return coroutine
    return start


@started
def median_of_three():
    """Drops single outliers; follows the input until three samples are there."""
    older = old = new = yield
    while True:
        older, old, new = old, new, (yield sorted((older, old, new))[1])


@started
def moving_average(size):
    """Mean of the last `size` samples, rounded towards minus infinity."""
    window = []
    total = 0
    sample = yield
    while True:
        window.append(sample)
        total += sample
        if len(window) > size:
            total -= window.pop(0)
        sample = yield total // len(window)


class Hysteresis:
    """A switch that goes on above `high` and off below `low`."""

    def __init__(self, low, high):
        self.low = low
        self.high = high
        self.on = False

    def feed(self, value):
        """True when the switch changed."""
        before = self.on
        if value > self.high:
            self.on = True
        elif value < self.low:
            self.on = False
        return self.on is not before
