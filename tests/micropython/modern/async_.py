# ---- list_comprehension
class It:
    def __init__(self, n):
        self.n = n
        self.i = 0
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i
async def main():
    return [i * 2 async for i in It(3)]
c = main()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
# ---- set_comprehension
class It:
    i = 0
    def __aiter__(self):
        return self
    async def __anext__(self):
        self.i += 1
        if self.i > 4:
            raise StopAsyncIteration
        return self.i
async def main():
    return sorted({i % 2 async for i in It() if i})
try:
    main().send(None)
except StopIteration as e:
    print(e.value)
# ---- dict_comprehension
class It:
    i = 0
    def __aiter__(self):
        return self
    async def __anext__(self):
        self.i += 1
        if self.i > 2:
            raise StopAsyncIteration
        return self.i
async def main():
    return {i: i * i async for i in It()}
try:
    main().send(None)
except StopIteration as e:
    print(sorted(e.value.items()))
# ---- await_in_comprehension
async def twice(x):
    return x * 2
async def main():
    return [await twice(i) for i in range(3)]
try:
    main().send(None)
except StopIteration as e:
    print(e.value)
# ---- with_brackets
class C:
    def __init__(self, n):
        self.n = n
    async def __aenter__(self):
        print("in", self.n)
        return self
    async def __aexit__(self, *a):
        print("out", self.n, a[0])
        return True
async def main():
    async with (C(1) as a, C(2) as b):
        print(a.n, b.n)
        raise ValueError
    async with (C(3) as a):
        return [*"ab"]
try:
    main().send(None)
except StopIteration as e:
    print(e.value)
# ---- with_and_loops
class C:
    async def __aenter__(self):
        return 1
    async def __aexit__(self, *a):
        print("exit", a == (None, None, None))
async def main():
    for i in range(3):
        async with (C() as x):
            if i == 0:
                continue
            if i == 2:
                break
            print("body", i)
try:
    main().send(None)
except StopIteration:
    print("end")
