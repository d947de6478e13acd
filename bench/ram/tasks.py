# SPDX-License-Identifier: MIT
# asyncio with two tasks.
import asyncio


async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return n


async def main():
    a = asyncio.create_task(count("a", 3))
    b = asyncio.create_task(count("b", 2))
    print(await a + await b)


asyncio.run(main())
