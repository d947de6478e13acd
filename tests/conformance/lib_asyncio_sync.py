# SPDX-License-Identifier: MIT
# asyncio: events, locks, semaphores, conditions, queues.
import asyncio


async def events():
    event = asyncio.Event()
    log = []

    async def waiter(n):
        log.append(f"wait {n}")
        print(await event.wait(), end=" ")
        log.append(f"go {n}")

    tasks = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    event.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, event.is_set(), await event.wait())
    event.clear()
    print(event.is_set())


async def locks():
    lock = asyncio.Lock()
    log = []

    async def critical(n, times):
        for _ in range(times):
            async with lock:
                log.append(f"in{n}")
                await asyncio.sleep(0)
                log.append(f"out{n}")

    await asyncio.gather(*[critical(i, 2) for i in range(3)])
    print(log, lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    await lock.acquire()
    waiting = asyncio.create_task(lock.acquire())
    other = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    waiting.cancel()
    lock.release()
    print(await other, lock.locked(), (await asyncio.gather(waiting, return_exceptions=True))[0].__class__.__name__)


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    running = most = 0

    async def job():
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.001)
            running -= 1

    await asyncio.gather(*[job() for _ in range(6)])
    print(most, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)


async def conditions():
    condition = asyncio.Condition()
    items = []

    async def consumer(n):
        async with condition:
            await condition.wait_for(lambda: items)
            return n, items.pop()

    tasks = [asyncio.create_task(consumer(i)) for i in range(2)]
    await asyncio.sleep(0)
    async with condition:
        items.append("x")
        condition.notify()
    await asyncio.sleep(0.001)
    async with condition:
        items.append("y")
        condition.notify_all()
    print(await asyncio.gather(*tasks))
    try:
        condition.notify()
    except RuntimeError as e:
        print(e)
    try:
        await condition.wait()
    except RuntimeError as e:
        print(e)


async def queues():
    queue = asyncio.Queue(maxsize=2)
    log = []

    async def producer():
        for i in range(5):
            await queue.put(i)
            log.append(f"put {i}")
        await queue.put(None)

    async def consumer():
        while (item := await queue.get()) is not None:
            log.append(f"got {item}")
            queue.task_done()
        queue.task_done()

    await asyncio.gather(producer(), consumer())
    await queue.join()
    print(log, queue.qsize(), queue.empty(), queue.full(), queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        print("full", queue.full())
    lifo, ranked = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for item in (3, 1, 2):
        lifo.put_nowait(item)
        await ranked.put(item)
    print([await lifo.get() for _ in range(3)], [ranked.get_nowait() for _ in range(3)])
    try:
        asyncio.Queue().task_done()
    except ValueError as e:
        print(e)
    getter = asyncio.create_task(lifo.get())
    await asyncio.sleep(0)
    getter.cancel()
    lifo.put_nowait("kept")
    await asyncio.sleep(0)
    print(lifo.qsize(), getter.cancelled())


async def pool():
    queue = asyncio.Queue()
    done = []

    async def worker(name):
        while True:
            n = await queue.get()
            await asyncio.sleep(0)
            done.append(n * n)
            queue.task_done()

    for n in range(7):
        queue.put_nowait(n)
    workers = [asyncio.create_task(worker(i)) for i in range(3)]
    await queue.join()
    for task in workers:
        task.cancel()
    results = await asyncio.gather(*workers, return_exceptions=True)
    print(sorted(done), [type(r).__name__ for r in results])


for main in (events, locks, semaphores, conditions, queues, pool):
    print("--", main.__name__)
    asyncio.run(main())
