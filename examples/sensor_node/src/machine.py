# SPDX-License-Identifier: MIT
# The node's modes. The table of transitions is a constant, so it stays in flash.

TRANSITIONS = (
    ("boot", "ready", "run"),
    ("run", "warm", "alarm"),
    ("run", "low", "sleep"),
    ("alarm", "cool", "run"),
    ("alarm", "low", "sleep"),
    ("sleep", "stop", "off"),
    ("run", "stop", "off"),
    ("alarm", "stop", "off"),
)


class BadTransition(Exception):
    pass


class Machine:
    def __init__(self, on_change):
        self.state = "boot"
        self.since = 0
        self.on_change = on_change
        self.seconds = {}

    def handle(self, event, second):
        """Goes to the state that `event` leads to; BadTransition when there is none."""
        for state, name, target in TRANSITIONS:
            if state == self.state and name == event:
                break
        else:
            raise BadTransition(f"{event} while in {self.state}")
        self.seconds[self.state] = self.seconds.get(self.state, 0) + second - self.since
        self.since = second
        self.state = target
        self.on_change(second, state, target)
