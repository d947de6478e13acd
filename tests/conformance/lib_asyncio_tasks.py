# SPDX-License-Identifier: MIT
# asyncio: tasks, their order, results, cancellation, gather.
import asyncio


async def worker(name, count, log):
    for i in range(count):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)
    return name * count


async def fails(after):
    await asyncio.sleep(after)
    raise ValueError(f"after {after}")


async def order():
    log = []
    a = asyncio.create_task(worker("a", 3, log))
    b = asyncio.create_task(worker("b", 2, log), name="second")
    log.append("created")
    print(await a, await b, log, b.get_name(), a.done(), a.result())
    log.clear()
    print(await asyncio.gather(worker("x", 2, log), worker("y", 3, log), asyncio.sleep(0.001, "slept")), log)
    print(await asyncio.gather(), await asyncio.sleep(0, 5), await asyncio.sleep(-1, 6))


async def timed():
    log = []

    async def at(delay, name):
        await asyncio.sleep(delay)
        log.append(name)

    await asyncio.gather(at(0.03, "c"), at(0.01, "a"), at(0.02, "b"), at(0, "zero"))
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.sleep(0.02)
    print(log, 0.015 < loop.time() - start < 1)
    loop.call_later(0.01, log.append, "later")
    loop.call_soon(log.append, "soon")
    handle = loop.call_later(0.005, log.append, "never")
    handle.cancel()
    await asyncio.sleep(0.03)
    print(log, handle.cancelled())


async def errors():
    try:
        await asyncio.gather(fails(0), asyncio.sleep(0.001, "ok"))
    except ValueError as e:
        print("gather:", e)
    print(await asyncio.gather(fails(0), asyncio.sleep(0, "ok"), return_exceptions=True))
    task = asyncio.create_task(fails(0))
    try:
        await task
    except ValueError as e:
        print("task:", e, repr(task.exception()), task.cancelled())
    task = asyncio.create_task(asyncio.sleep(0, 1))
    try:
        task.result()
    except asyncio.InvalidStateError as e:
        print(e)
    await task
    for change in (lambda: task.set_result(1), lambda: asyncio.create_task(5)):
        try:
            change()
        except (RuntimeError, TypeError) as e:
            print(type(e).__name__, e)


async def stubborn(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        log.append(("cancelled", e.args))
        raise
    finally:
        log.append("cleaned")


async def cancelling():
    log = []
    task = asyncio.create_task(stubborn(log))
    await asyncio.sleep(0)
    print(task.cancel("stop now"), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print("await cancelled", log, task.cancelled(), task.cancel())
    task = asyncio.create_task(stubborn(log))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("before start", len(log))

    async def ignores():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "ignored"

    task = asyncio.create_task(ignores())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())
    group = asyncio.gather(asyncio.sleep(10), asyncio.sleep(10))
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("gather cancelled", group.done())

    async def outer():
        await stubborn(log)

    log.clear()
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.001)
    task.cancel()
    print([type(e).__name__ for e in await asyncio.gather(task, return_exceptions=True)], log)


async def futures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    log = []
    future.add_done_callback(lambda f: log.append(("first", f.result())))
    future.add_done_callback(log.append)
    print(future.remove_done_callback(log.append), future.done())
    loop.call_later(0.001, future.set_result, "value")
    print(await future, log, future.result(), await future)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as e:
        print("invalid", e)
    bad = loop.create_future()
    bad.set_exception(KeyError("k"))
    try:
        await bad
    except KeyError as e:
        print("KeyError", e, isinstance(bad, asyncio.Future), asyncio.isfuture(bad))

    class Awaitable:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "awaited"

    print(await Awaitable(), await asyncio.gather(Awaitable()), await asyncio.ensure_future(Awaitable()))
    current = asyncio.current_task()
    print(current in asyncio.all_tasks(), len(asyncio.all_tasks()), current.get_name().startswith("Task-"))
    print(asyncio.iscoroutine(futures), await asyncio.shield(asyncio.sleep(0, "shielded")))
    inner = asyncio.create_task(asyncio.sleep(0.005, "inner"))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer only", inner.cancelled(), await inner)


for main in (order, timed, errors, cancelling, futures):
    print("--", main.__name__)
    print(asyncio.run(main()))


async def leaves_tasks():
    async def background():
        try:
            await asyncio.sleep(10)
        finally:
            print("background ended")
    asyncio.create_task(background())
    await asyncio.sleep(0)
    return "done"


print(asyncio.run(leaves_tasks()))
for bad in (lambda: asyncio.run(5), lambda: asyncio.get_running_loop(), lambda: asyncio.run(fails(0))):
    try:
        bad()
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__, e)
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, "own loop")), loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
