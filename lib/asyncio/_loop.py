# SPDX-License-Identifier: MIT
# The event loop, futures and tasks. A coroutine waits by yielding a future up to its task, which
# goes on when the future is done, or None to have another turn at once.
#
# Time is that of the port's tick hook in milliseconds; when nothing is to be done, the loop hands
# the time until the next timer to the port's sleep hook, which may return early.
from heapq import heappop, heappush
from sys import print_exception
from time import sleep_ms as _port_sleep
from time import ticks_diff, ticks_ms

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class Handle:
    # A call that is to be made. The order of timers is that of their times, then of their making.
    __slots__ = ("callback", "args", "when", "number")

    def cancel(self):
        self.callback = None
        self.args = ()

    def cancelled(self):
        return self.callback is None

    def __lt__(self, other):
        if self.when != other.when:
            return self.when < other.when
        return self.number < other.number


class Loop:
    def __init__(self):
        self._ready = []
        self._timers = []
        self._made = 0
        self._now = 0
        self._tick = ticks_ms()
        self._stopping = False
        self._closed = False
        self._running = False
        self._tasks = []
        self._names = 0

    def _update(self):
        tick = ticks_ms()
        self._now += ticks_diff(tick, self._tick)
        self._tick = tick
        return self._now

    def time(self):
        return self._update() / 1000

    def call_soon(self, callback, *args, context=None):
        handle = Handle()
        handle.callback = callback
        handle.args = args
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        milliseconds = delay * 1000
        whole = int(milliseconds)
        return self._call_at(self._update() + whole + (whole < milliseconds), callback, args)

    def call_at(self, when, callback, *args, context=None):
        return self._call_at(int(when * 1000 + 0.5), callback, args)

    def _call_at(self, when, callback, args):
        handle = Handle()
        handle.callback = callback
        handle.args = args
        handle.when = when
        handle.number = self._made
        self._made += 1
        heappush(self._timers, handle)
        return handle

    def create_future(self):
        return Future()

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name)

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def close(self):
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    def stop(self):
        self._stopping = True

    def _turn(self):
        timers = self._timers
        while timers and timers[0].callback is None:
            heappop(timers)
        ready = self._ready
        if not ready and not self._stopping:
            if not timers:
                # Nothing can happen any more, unless the port calls in from outside.
                _port_sleep(10)
            else:
                delay = timers[0].when - self._update()
                if delay > 0:
                    _port_sleep(delay)
        if timers:
            now = self._update()
            while timers and timers[0].when <= now:
                handle = heappop(timers)
                if handle.callback is not None:
                    ready.append(handle)
        # What is added meanwhile has its turn the next time.
        self._ready = []
        for handle in ready:
            if handle.callback is not None:
                try:
                    handle.callback(*handle.args)
                except Exception as error:
                    print_exception(error)

    def run_forever(self):
        global _running
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if self._running:
            raise RuntimeError("This event loop is already running")
        if _running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        _running = self
        self._running = True
        try:
            while True:
                self._turn()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            _running = None

    def run_until_complete(self, future):
        global _default
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if self._running:
            raise RuntimeError("This event loop is already running")
        _default = self
        future = future if isinstance(future, Future) else Task(_coroutine(future), loop=self)

        def stop(done):
            self._stopping = True
        future.add_done_callback(stop)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(stop)
        if not future._done:
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass


_running = None
_default = None


def get_running_loop():
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def get_event_loop():
    global _default
    if _running is not None:
        return _running
    if _default is None:
        _default = Loop()
    return _default


def new_event_loop():
    return Loop()


def set_event_loop(loop):
    global _default
    _default = loop


class Future:
    _done = False
    _cancelled = False
    _result = None
    _exception = None
    _callbacks = None
    _message = None

    def __init__(self, *, loop=None):
        pass

    def get_loop(self):
        return get_event_loop()

    def done(self):
        return self._done

    def cancelled(self):
        return self._cancelled

    def _settled(self):
        if self._cancelled:
            raise self._error()
        if not self._done:
            raise InvalidStateError("Result is not set.")

    def _error(self):
        return CancelledError() if self._message is None else CancelledError(self._message)

    def result(self):
        self._settled()
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if not self._done:
            raise InvalidStateError("Exception is not set.")
        self._settled()
        return self._exception

    def _finish(self):
        self._done = True
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = None
            loop = get_event_loop()
            for callback in callbacks:
                loop.call_soon(callback, self)

    def set_result(self, result):
        if self._done:
            raise InvalidStateError("invalid state")
        self._result = result
        self._finish()

    def set_exception(self, exception):
        if self._done:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._finish()

    def cancel(self, msg=None):
        if self._done:
            return False
        self._cancelled = True
        self._message = msg
        self._finish()
        return True

    def add_done_callback(self, callback, *, context=None):
        if self._done:
            get_event_loop().call_soon(callback, self)
        elif self._callbacks is None:
            self._callbacks = [callback]
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        callbacks = self._callbacks or []
        kept = [other for other in callbacks if other != callback]
        self._callbacks = kept or None
        return len(callbacks) - len(kept)

    def __await__(self):
        if not self._done:
            yield self
        if not self._done:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    def _state(self):
        if not self._done:
            return "pending"
        return "cancelled" if self._cancelled else "finished"

    def __repr__(self):
        return f"<{type(self).__name__} {self._state()}>"


_current = None


class Task(Future):
    _must_cancel = False
    _waits_for = None
    _requests = 0

    def __init__(self, coro, *, loop=None, name=None, context=None):
        loop = loop or get_running_loop()
        self._coro = _coroutine(coro)
        self._loop = loop
        if name is None:
            loop._names += 1
            name = f"Task-{loop._names}"
        self._name = str(name)
        loop._tasks.append(self)
        loop.call_soon(self._step)

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancelling(self):
        return self._requests

    def uncancel(self):
        if self._requests > 0:
            self._requests -= 1
        return self._requests

    def cancel(self, msg=None):
        if self._done:
            return False
        self._requests += 1
        if self._waits_for is not None and self._waits_for.cancel(msg):
            return True
        self._must_cancel = True
        self._message = msg
        return True

    def _finish(self):
        self._loop._tasks.remove(self)
        super()._finish()

    def _wake(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()

    def _step(self, error=None):
        global _current
        if self._done:
            return
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._error()
            self._must_cancel = False
        self._waits_for = None
        outer = _current
        _current = self
        try:
            waits_for = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                Future.cancel(self, self._message)
            else:
                Future.set_result(self, stop.value)
        except CancelledError as cancelled:
            Future.cancel(self, *cancelled.args)
        except (KeyboardInterrupt, SystemExit) as fatal:
            Future.set_exception(self, fatal)
            raise
        except BaseException as raised:
            Future.set_exception(self, raised)
        else:
            self._wait(waits_for)
        finally:
            _current = outer

    def _wait(self, future):
        if future is None:
            self._loop.call_soon(self._step)
        elif not isinstance(future, Future):
            self._loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {future!r}"))
        elif future is self:
            self._loop.call_soon(self._step, RuntimeError(f"Task cannot await on itself: {self!r}"))
        else:
            future.add_done_callback(self._wake)
            self._waits_for = future
            if self._must_cancel and future.cancel(self._message):
                self._must_cancel = False

    def __repr__(self):
        return f"<Task {self._state()} name={self._name!r}>"


def iscoroutine(obj):
    return hasattr(obj, "send") and hasattr(obj, "throw") and not hasattr(obj, "asend")


def isfuture(obj):
    return isinstance(obj, Future)


async def _await(awaitable):
    return await awaitable


def _coroutine(coro):
    if iscoroutine(coro):
        return coro
    if hasattr(coro, "__await__"):
        return _await(coro)
    raise TypeError(f"a coroutine was expected, got {coro!r}")


def create_task(coro, *, name=None, context=None):
    return Task(coro, loop=get_running_loop(), name=name)


def ensure_future(obj, *, loop=None):
    if isinstance(obj, Future):
        return obj
    if not iscoroutine(obj) and not hasattr(obj, "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    return Task(obj, loop=loop or get_event_loop())


def current_task(loop=None):
    if loop is None:
        get_running_loop()
    return _current


def all_tasks(loop=None):
    return set((loop or get_running_loop())._tasks)


def run(main, *, debug=None):
    if _running is not None:
        if hasattr(main, "close"):
            main.close()
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    loop = Loop()
    try:
        return loop.run_until_complete(main)
    finally:
        left = loop._tasks[:]
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(_gather_all(left))
        loop.close()
        set_event_loop(None)


async def _gather_all(tasks):
    await gather(*tasks, return_exceptions=True)


class _Yield:
    # Awaiting it lets others have their turn.
    def __await__(self):
        yield


_turn = _Yield()


async def sleep(delay, result=None):
    if delay <= 0:
        await _turn
        return result
    future = Future()
    timer = get_running_loop().call_later(delay, _release, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def _release(future, result):
    if not future._done:
        future.set_result(result)


async def sleep_ms(milliseconds):
    await sleep(milliseconds / 1000)


class _Gathered(Future):
    # The future of gather(): cancelling it cancels all that is gathered.
    _asked = None

    def cancel(self, msg=None):
        if self._done:
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg):
                cancelled = True
        if cancelled:
            self._asked = (msg,)
        return cancelled


def gather(*aws, return_exceptions=False):
    outer = _Gathered()
    if not aws:
        outer.set_result([])
        return outer
    children = []
    for i, aw in enumerate(aws):
        for k in range(i):
            if aws[k] is aw:
                children.append(children[k])
                break
        else:
            children.append(ensure_future(aw))
    outer._children = children
    waiting = []
    for child in children:
        if not any([child is other for other in waiting]):
            waiting.append(child)
    left = len(waiting)

    def done(child):
        nonlocal left
        left -= 1
        if outer._done:
            return
        if not return_exceptions:
            if child._cancelled:
                outer.set_exception(child._error())
                return
            if child._exception is not None:
                outer.set_exception(child._exception)
                return
        if left:
            return
        if outer._asked is not None:
            outer.set_exception(CancelledError(*[msg for msg in outer._asked if msg is not None]))
            return
        outer.set_result([child._error() if child._cancelled else child._result if child._exception is None
                          else child._exception for child in children])

    for child in waiting:
        child.add_done_callback(done)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner._done:
        return inner
    outer = Future()

    def copy(inner):
        if outer._cancelled:
            return
        if inner._cancelled:
            outer.cancel()
        elif inner._exception is not None:
            outer.set_exception(inner._exception)
        else:
            outer.set_result(inner._result)

    inner.add_done_callback(copy)
    return outer


async def wait_for(fut, timeout):
    if timeout is None:
        return await fut
    loop = get_running_loop()
    inner = ensure_future(fut)
    expired = False

    def expire():
        nonlocal expired
        expired = inner.cancel()

    if timeout <= 0:
        if inner._done:
            return inner.result()
        expire()
        timer = None
    else:
        timer = loop.call_later(timeout, expire)
    try:
        return await inner
    except CancelledError as cancelled:
        if expired and inner._cancelled and not _current._must_cancel:
            raise TimeoutError from cancelled
        raise
    finally:
        if timer is not None:
            timer.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isinstance(fs, Future) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    futures = set(fs)
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    for future in futures:
        if iscoroutine(future):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    waiter = Future()
    left = len([future for future in futures if not future._done])

    def enough(future):
        if return_when == FIRST_COMPLETED:
            return True
        return return_when == FIRST_EXCEPTION and not future._cancelled and future._exception is not None

    def done(future):
        nonlocal left
        left -= 1
        if not waiter._done and (not left or enough(future)):
            waiter.set_result(None)

    if left and not any([future._done and enough(future) for future in futures]):
        timer = None if timeout is None else get_running_loop().call_later(timeout, _release, waiter, None)
        for future in futures:
            if not future._done:
                future.add_done_callback(done)
        try:
            await waiter
        finally:
            if timer is not None:
                timer.cancel()
            for future in futures:
                future.remove_done_callback(done)
    return {future for future in futures if future._done}, {future for future in futures if not future._done}


def as_completed(fs, *, timeout=None):
    futures = []
    for f in fs:
        future = ensure_future(f)
        if not any([future is other for other in futures]):
            futures.append(future)
    finished = []
    waiters = []

    def done(future):
        if waiters:
            waiters.pop(0).set_result(future)
        else:
            finished.append(future)

    def expire():
        for waiter in waiters:
            waiter.set_exception(TimeoutError())
        waiters.clear()

    async def following():
        if finished:
            return finished.pop(0).result()
        waiter = Future()
        waiters.append(waiter)
        return (await waiter).result()

    for future in futures:
        future.add_done_callback(done)
    if timeout is not None:
        get_running_loop().call_later(timeout, expire)
    for _ in futures:
        yield following()
