# SPDX-License-Identifier: MIT
# A ring buffer of fixed size: allocated once, oldest items overwritten.


class Ring:
    def __init__(self, size):
        self.items = [0] * size
        self.pushed = 0

    def push(self, item):
        self.items[self.pushed % len(self.items)] = item
        self.pushed += 1

    def __len__(self):
        return min(self.pushed, len(self.items))

    def __iter__(self):
        """The items, oldest first."""
        for number in range(self.pushed - len(self), self.pushed):
            yield self.items[number % len(self.items)]

    def newest(self):
        if not self.pushed:
            raise IndexError("the ring is empty")
        return self.items[(self.pushed - 1) % len(self.items)]
