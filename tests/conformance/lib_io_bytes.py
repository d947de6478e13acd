# SPDX-License-Identifier: MIT
# io.BytesIO.
import io


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as e:
        print(type(e).__name__, e)


b = io.BytesIO(b"line one\nline two\nlast")
print(b.read(4), b.tell(), b.readline(), b.readline(3), b.read(), b.read(), b.tell())
print(b.seek(0), b.readlines(), b.seek(5), list(b), b.seek(-4, 2), b.read(2), b.seek(1, 1), b.read(), b.seek(100), b.read(), b.readline())
b.seek(0)
print(b.readlines(9), b.readline(0), b.read(0), b.read(None), b.read1())
w = io.BytesIO()
print(w.write(b"hello"), w.write(bytearray(b" world")), w.getvalue(), w.tell(), w.seek(6), w.write(b"W"), w.getvalue(), w.truncate(3), w.getvalue(), w.tell(), w.write(b"!"), w.getvalue())
w.seek(0)
w.writelines([b"a", b"b"])
print(w.getvalue(), w.seek(3, 2), w.write(b"end"), w.getvalue(), w.truncate(), w.readable(), w.writable(), w.seekable(), w.closed, w.isatty())
target = bytearray(4)
w.seek(0)
print(w.readinto(target), target, w.seek(-2, 2), w.readinto(target), target)
attempt(w.write, "text")
attempt(w.seek, -1)
attempt(w.seek, 0, 5)
attempt(w.read, "x")
attempt(w.truncate, -1)
with io.BytesIO(b"x") as f:
    print(f.read())
print(f.closed)
attempt(f.read)
attempt(f.getvalue)
attempt(f.write, b"")
attempt(f.seek, 0)
attempt(lambda: f.__enter__())
f.close()
print(io.BytesIO(b"abc") == io.BytesIO(b"abc"), io.BytesIO(None).getvalue(), io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, isinstance(w, io.IOBase))
