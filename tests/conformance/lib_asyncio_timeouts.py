# SPDX-License-Identifier: MIT
# asyncio: wait_for, timeout, wait, as_completed, task groups.
import asyncio


async def slow(delay, result=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise
    return result


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def waiting_for():
    print(await asyncio.wait_for(slow(0.001, "fast"), 1), await asyncio.wait_for(slow(0, "none"), None))
    for delay in (0.005, 0, -1):
        try:
            await asyncio.wait_for(slow(1), delay)
        except asyncio.TimeoutError as e:
            print("timeout", repr(e), e is not None)
    try:
        await asyncio.wait_for(fail(0, KeyError("k")), 1)
    except KeyError as e:
        print("KeyError", e)
    task = asyncio.create_task(asyncio.wait_for(slow(1), 5))
    await asyncio.sleep(0.001)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled from outside")


async def timeouts():
    try:
        async with asyncio.timeout(0.005) as block:
            await slow(1)
    except TimeoutError:
        print("expired", block.expired())
    async with asyncio.timeout(1) as block:
        await slow(0, 1)
    print("in time", block.expired())
    async with asyncio.timeout(None) as block:
        print(block.when())
        block.reschedule(asyncio.get_running_loop().time() + 5)
    try:
        async with asyncio.timeout(1):
            raise ValueError("own")
    except ValueError as e:
        print(e)
    try:
        async with asyncio.timeout(5):
            async with asyncio.timeout(0.002):
                await slow(1)
    except TimeoutError:
        print("inner expired")

    async def outside():
        async with asyncio.timeout(5):
            await slow(1)

    task = asyncio.create_task(outside())
    await asyncio.sleep(0.001)
    task.cancel()
    print(type((await asyncio.gather(task, return_exceptions=True))[0]).__name__)


async def waits():
    a, b, c = (asyncio.create_task(slow(d, d)) for d in (0.001, 0.4, 1.2))
    done, pending = await asyncio.wait([a, b, c], return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    done, pending = await asyncio.wait({b, c}, timeout=0.8)
    print([t.result() for t in done], len(pending))
    done, pending = await asyncio.wait([b, c])
    print(sorted(t.result() for t in done), len(pending))
    bad = asyncio.create_task(fail(0.001, ValueError("v")))
    good = asyncio.create_task(slow(0.5, "good"))
    done, pending = await asyncio.wait([bad, good], return_when=asyncio.FIRST_EXCEPTION)
    print(bad in done, good in pending, repr(bad.exception()), await good)
    for arguments in (([],), ([a], "wrong")):
        try:
            await asyncio.wait(arguments[0], return_when=arguments[1] if len(arguments) > 1 else asyncio.ALL_COMPLETED)
        except ValueError as e:
            print(e)
    print([await f for f in asyncio.as_completed([slow(0.6, "late"), slow(0.001, "early"), slow(0.3, "middle")])])


async def groups():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(slow(0.002, "a"))
        b = group.create_task(slow(0.001, "b"), name="bee")
    print(a.result(), b.result(), b.get_name())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(0.001, ValueError("one")))
            group.create_task(slow(1))
            await slow(1)
    except BaseExceptionGroup as e:
        print(type(e).__name__, e, [repr(x) for x in e.exceptions])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow(1))
            raise KeyError("body")
    except* KeyError as e:
        print([repr(x) for x in e.exceptions])
    late = slow(0)
    try:
        group.create_task(late)
    except RuntimeError as e:
        print("finished")
        late.close()

    async def grouped():
        async with asyncio.TaskGroup() as group:
            group.create_task(slow(1))

    task = asyncio.create_task(grouped())
    await asyncio.sleep(0.001)
    task.cancel()
    print(type((await asyncio.gather(task, return_exceptions=True))[0]).__name__)


for main in (waiting_for, timeouts, waits, groups):
    print("--", main.__name__)
    asyncio.run(main())
