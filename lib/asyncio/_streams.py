# SPDX-License-Identifier: MIT
# Streams over objects of the firmware: anything whose read(n) gives bytes, b"" at the end, or None
# when there is nothing yet, and whose write(data) gives how many bytes it took, or None. While they
# wait, other tasks run; the object is asked again every millisecond.
from ._loop import sleep_ms


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        total = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {total} expected bytes")
        self.partial = partial
        self.expected = expected


class StreamReader:
    def __init__(self, file):
        self._file = file
        self._left = b""
        self._ended = False

    def at_eof(self):
        return self._ended and not self._left

    async def _more(self, n):
        while True:
            data = self._file.read(n)
            if data is not None:
                if not data:
                    self._ended = True
                return data
            await sleep_ms(1)

    async def read(self, n=-1):
        if n == 0:
            return b""
        if n > 0:
            data = self._left or await self._more(n)
            self._left = data[n:]
            return data[:n]
        parts = [self._left]
        self._left = b""
        while not self._ended:
            parts.append(await self._more(64))
        return b"".join(parts)

    async def readexactly(self, n):
        while len(self._left) < n:
            data = await self._more(n - len(self._left))
            if not data:
                partial = self._left
                self._left = b""
                raise IncompleteReadError(partial, n)
            self._left += data
        data = self._left[:n]
        self._left = self._left[n:]
        return data

    async def readuntil(self, separator=b"\n"):
        while separator not in self._left:
            data = await self._more(16)
            if not data:
                partial = self._left
                self._left = b""
                raise IncompleteReadError(partial, None)
            self._left += data
        end = self._left.find(separator) + len(separator)
        data = self._left[:end]
        self._left = self._left[end:]
        return data

    async def readline(self):
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as error:
            return error.partial

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class StreamWriter:
    def __init__(self, file):
        self._file = file
        self._left = bytearray()

    def write(self, data):
        self._left.extend(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    async def drain(self):
        while self._left:
            taken = self._file.write(bytes(self._left))
            if taken:
                del self._left[:taken]
            else:
                await sleep_ms(1)

    def close(self):
        if hasattr(self._file, "close"):
            self._file.close()

    async def wait_closed(self):
        pass
