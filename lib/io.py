# SPDX-License-Identifier: MIT
# io: files in memory, and the classes that file-like objects derive from.

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 256


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    _closed = False

    @property
    def closed(self):
        return self._closed

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        self._closed = True

    def flush(self):
        self._check()

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def seek(self, offset, whence=0, /):
        raise UnsupportedOperation("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        raise UnsupportedOperation("truncate")

    def readline(self, size=-1, /):
        out = b""
        while size < 0 or len(out) < size:
            byte = self.read(1)
            if not byte:
                break
            out += byte
            if byte == b"\n":
                break
        return out

    def readlines(self, hint=-1, /):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


def _limit(size):
    # How many to read: None for all.
    if size is None:
        return None
    if not hasattr(size, "__index__"):
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return None if size < 0 else size


class BytesIO(BufferedIOBase):
    def __init__(self, initial_bytes=b""):
        self._data = bytearray(b"" if initial_bytes is None else initial_bytes)
        self._at = 0

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def close(self):
        self._closed = True
        self._data = None

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def read(self, size=-1, /):
        self._check()
        size = _limit(size)
        start = self._at
        part = bytes(self._data[start:] if size is None else self._data[start:start + size])
        self._at += len(part)
        return part

    read1 = read

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)

    def readline(self, size=-1, /):
        self._check()
        size = _limit(size)
        end = self._data.find(b"\n", self._at) + 1
        count = (end or len(self._data)) - self._at
        if size is not None and size < count:
            count = size
        return self.read(max(count, 0))

    def write(self, b, /):
        self._check()
        if not isinstance(b, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")
        data = self._data
        at = self._at
        if not b:
            return 0
        if at > len(data):
            data.extend(bytes(at - len(data)))
        data[at:at + len(b)] = b
        self._at = at + len(b)
        return len(b)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
        elif whence == 1:
            pos = max(pos + self._at, 0)
        elif whence == 2:
            pos = max(pos + len(self._data), 0)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._at = pos
        return pos

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        self._check()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size


class StringIO(TextIOBase):
    # The text is `_text`, followed by the pieces that were written at its end since it was last
    # looked at: so writing many pieces copies each once.
    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        self._text = ""
        self._parts = []
        self._size = 0
        self._at = 0
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def close(self):
        self._closed = True
        self._text = None
        self._parts = None

    def _whole(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def getvalue(self):
        self._check()
        return self._whole()

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        given = len(s)
        newline = self._newline
        if newline is None:
            s = s.replace("\r\n", "\n").replace("\r", "\n")
        elif newline != "\n" and newline:
            s = s.replace("\n", newline)
        if not s:
            return given
        at = self._at
        end = at + len(s)
        if at == self._size:
            self._parts.append(s)
        else:
            text = self._whole()
            if at > len(text):
                text += "\0" * (at - len(text))
            self._text = text[:at] + s + text[end:]
        self._at = end
        if end > self._size:
            self._size = end
        return given

    def read(self, size=-1, /):
        self._check()
        size = _limit(size)
        text = self._whole()
        start = self._at
        if start >= len(text):
            return ""
        part = text[start:] if size is None else text[start:start + size]
        self._at = start + len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        size = _limit(size)
        text = self._whole()
        start = self._at
        if start >= len(text):
            return ""
        if self._newline == "":
            n = text.find("\n", start)
            r = text.find("\r", start)
            if r >= 0 and (n < 0 or r < n):
                end = r + 2 if n == r + 1 else r + 1
            else:
                end = n + 1
        else:
            mark = self._newline or "\n"
            end = text.find(mark, start)
            end = end + len(mark) if end >= 0 else 0
        if end <= 0:
            end = len(text)
        if size is not None and end - start > size:
            end = start + size
        self._at = end
        return text[start:end]

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
        elif whence == 1:
            if pos:
                raise OSError("Can't do nonzero cur-relative seeks")
            pos = self._at
        elif whence == 2:
            if pos:
                raise OSError("Can't do nonzero cur-relative seeks")
            pos = self._size
        else:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        self._at = pos
        return pos

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        self._check()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError(f"Negative size value {size}")
        self._text = self._whole()[:size]
        self._size = len(self._text)
        return size
