async def waits(x):
    async with x.lock as held:
        await held
    async for item in x:
        if item:
            break
    return [y async for y in x]


async def gives(x):
    yield await x
