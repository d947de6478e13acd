# SPDX-License-Identifier: MIT
# asyncio: tasks that take turns. The loop and what tasks wait for are in _loop.py.
from ._loop import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future, InvalidStateError, Task,
                    all_tasks, as_completed, create_task, current_task, ensure_future, gather, get_event_loop,
                    get_running_loop, iscoroutine, isfuture, new_event_loop, run, set_event_loop, shield, sleep,
                    sleep_ms, wait, wait_for)
from ._queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from ._streams import IncompleteReadError, StreamReader, StreamWriter
from ._sync import Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Lock, Semaphore
from ._timeouts import TaskGroup, Timeout, timeout, timeout_at

TimeoutError = TimeoutError


def iscoroutinefunction(func):
    return bool(getattr(getattr(func, "__code__", None), "co_flags", 0) & 0x80)
