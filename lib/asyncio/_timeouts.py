# SPDX-License-Identifier: MIT
# Blocks that end with what runs in them: timeouts and groups of tasks.
from ._loop import CancelledError, Future, Task, current_task, get_running_loop


class Timeout:
    def __init__(self, when):
        self._when = when
        self._task = None
        self._timer = None
        self._is_expired = False
        self._requests = 0

    def when(self):
        return self._when

    def expired(self):
        return self._is_expired

    def reschedule(self, when):
        if self._task is None:
            raise RuntimeError("Timeout has not been entered")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._timer = loop.call_soon(self._expire)
            else:
                self._timer = loop.call_at(when, self._expire)

    def _expire(self):
        self._is_expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._requests = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        if self._timer is not None:
            self._timer.cancel()
        if self._is_expired and self._task.uncancel() <= self._requests and exc_type is CancelledError:
            raise TimeoutError from exc_value


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


class TaskGroup:
    def __init__(self):
        self._tasks = []
        self._errors = []
        self._parent = None
        self._is_exiting = False
        self._is_aborting = False
        self._asked_parent = False
        self._waiter = None

    async def __aenter__(self):
        if self._parent is not None:
            raise RuntimeError(f"TaskGroup {self!r} has been already entered")
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._is_exiting and not self._tasks:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._is_aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = Task(coro, loop=get_running_loop(), name=name)
        self._tasks.append(task)
        task.add_done_callback(self._done)
        return task

    def _abort(self):
        self._is_aborting = True
        for task in self._tasks:
            if not task._done:
                task.cancel()

    def _done(self, task):
        self._tasks.remove(task)
        if self._waiter is not None and not self._tasks and not self._waiter._done:
            self._waiter.set_result(True)
        if task._cancelled or task._exception is None:
            return
        self._errors.append(task._exception)
        if not self._is_aborting and not self._asked_parent:
            self._abort()
            if not self._is_exiting:
                # The body of the block is to end as well.
                self._asked_parent = True
                self._parent.cancel()

    async def __aexit__(self, exc_type, exc_value, traceback):
        self._is_exiting = True
        cancelled = exc_value if exc_type is CancelledError else None
        if self._asked_parent and self._parent.uncancel() == 0:
            cancelled = None
        if exc_type is not None and not self._is_aborting:
            self._abort()
        while self._tasks:
            self._waiter = Future()
            try:
                await self._waiter
            except CancelledError as error:
                if not self._is_aborting:
                    cancelled = error
                    self._abort()
            self._waiter = None
        if cancelled is not None and not self._errors:
            raise cancelled
        if exc_type is not None and exc_type is not CancelledError:
            self._errors.append(exc_value)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
