# SPDX-License-Identifier: MIT
# What tasks use to wait for each other. Waiting tasks stand in a row of futures.
from ._loop import CancelledError, Future


class Event:
    def __init__(self):
        self._value = False
        self._waiters = []

    def is_set(self):
        return self._value

    def set(self):
        self._value = True
        for waiter in self._waiters:
            if not waiter._done:
                waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        waiter = Future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value
        self._waiters = []  # those that were given their turn are done, until they take it

    def locked(self):
        return self._value == 0 or bool(self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = Future()
        self._waiters.append(waiter)
        try:
            await waiter
        except CancelledError:
            if waiter._done and not waiter._cancelled:
                self._value += 1  # the turn goes to the next one
            raise
        finally:
            self._waiters.remove(waiter)
            if self._value:
                self._wake()
        return True

    def release(self):
        self._value += 1
        self._wake()

    def _wake(self):
        # Gives the first who waits what there is.
        for waiter in self._waiters:
            if not waiter._done:
                if self._value:
                    self._value -= 1
                    waiter.set_result(True)
                return

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc_info):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Lock:
    def __init__(self):
        self._locked = False
        self._waiters = []

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and not self._waiters:
            self._locked = True
            return True
        waiter = Future()
        self._waiters.append(waiter)
        try:
            await waiter
        except CancelledError:
            self._waiters.remove(waiter)
            if not self._locked:
                self._wake()
            raise
        self._waiters.remove(waiter)
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake()

    def _wake(self):
        if self._waiters and not self._waiters[0]._done:
            self._waiters[0].set_result(True)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc_info):
        self.release()


class Condition:
    def __init__(self, lock=None):
        self._lock = lock or Lock()
        self._waiters = []
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc_info):
        self.release()

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Future()
        self._waiters.append(waiter)
        self.release()
        try:
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            cancelled = None
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError as error:
                    cancelled = error
            if cancelled is not None:
                raise cancelled

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter._done:
                waiter.set_result(False)
                n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.parties = parties
        self.broken = False
        self._waiters = []

    n_waiting = property(lambda self: len(self._waiters))

    async def wait(self):
        if self.broken:
            raise BrokenBarrierError("Barrier aborted")
        index = len(self._waiters)
        if index + 1 == self.parties:
            waiters = self._waiters
            self._waiters = []
            for waiter in waiters:
                if not waiter._done:
                    waiter.set_result(True)
            return index
        waiter = Future()
        self._waiters.append(waiter)
        await waiter
        return index

    def _break(self):
        for waiter in self._waiters:
            if not waiter._done:
                waiter.set_exception(BrokenBarrierError("Abort or reset of barrier"))
        self._waiters = []

    async def abort(self):
        self.broken = True
        self._break()

    async def reset(self):
        self.broken = False
        self._break()

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exc_info):
        pass
