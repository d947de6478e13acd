# SPDX-License-Identifier: MIT
# Locks and conditions of a program with one thread: waiting would be for ever, so it fails.

from _thread import RLock, get_ident

Lock = RLock


class Condition:
    def __init__(self, lock=None):
        self.lock = lock or RLock()

    def __enter__(self):
        return self.lock.__enter__()

    def __exit__(self, *exc):
        return self.lock.__exit__(*exc)

    def wait(self, timeout=None):
        raise RuntimeError("the only thread would wait for ever")

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class Semaphore:
    def __init__(self, value=1):
        self.value = value
