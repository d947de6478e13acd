# SPDX-License-Identifier: MIT
# io.StringIO and io.BytesIO: reading, writing, seeking, truncating, lines, closing, errors.

import io


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = io.StringIO("first\nsecond\nthird")
print(s.read(3), s.tell(), repr(s.readline()), repr(s.readline(4)), s.readlines(), repr(s.read()), s.seek(0), s.getvalue())
print([line for line in s], s.seek(6), s.read(100))
s.seek(0)
print(s.write("FIRST"), s.getvalue(), s.tell(), s.seek(0, 2), s.write("\nend"), s.getvalue().split("\n"))
s.seek(5)
s.truncate()
print(repr(s.getvalue()), s.tell())
s.writelines(["a", "b\n"])
print(repr(s.getvalue()))
attempt(s.write, b"bytes")
attempt(s.write, 5)
attempt(s.seek, -1)
attempt(s.read, "x")
print("to stringio", 1, 2.5, sep="-", end="!", file=s)
print(repr(s.getvalue()))
with io.StringIO() as t:
    t.write("in with")
    print(t.getvalue(), t.closed)
print(t.closed)
attempt(t.getvalue)
attempt(t.read)
attempt(t.write, "x")
b = io.BytesIO(b"line1\nline2\nrest")
print(b.read(2), b.readline(), b.tell(), b.readlines(), b.read(), b.seek(-4, 2), b.read(), b.seek(2), b.seek(2, 1), b.read(1))
b.seek(0)
print(b.write(b"LINE"), b.getvalue(), b.write(bytearray(b"!")), b.getvalue(), b.seek(30), b.write(b"x"), len(b.getvalue()), b.getvalue()[-3:])
attempt(b.write, "text")
attempt(b.write, 5)
b.seek(4)
b.truncate()
b.truncate(2)
print(b.getvalue(), b.tell())
buffer = bytearray(3)
b = io.BytesIO(b"abcdef")
print(b.readinto(buffer), buffer, b.readinto(buffer), buffer, b.readinto(buffer), list(io.BytesIO(b"a\nb")), b.readable(), b.writable(), b.seekable())
b.close()
attempt(b.read)
