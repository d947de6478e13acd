# SPDX-License-Identifier: MIT
# io.StringIO.
import io


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as e:
        print(type(e).__name__, e)


s = io.StringIO("line öne\nline two\nlast")
print(s.read(4), s.tell(), repr(s.readline()), repr(s.readline(3)), repr(s.read()), repr(s.read()), s.tell())
print(s.seek(0), s.readlines(), s.seek(5), list(s), s.seek(0, 2), s.seek(0, 1), s.seek(3), s.read(5), s.seek(100), repr(s.read()), repr(s.readline()))
w = io.StringIO()
for i in range(5):
    w.write(str(i) * i)
print(w.getvalue(), w.tell(), w.seek(2), w.write("XX"), w.getvalue(), w.truncate(4), w.getvalue(), w.tell(), w.write("é"), w.getvalue())
w.seek(8)
w.write("far")
print(repr(w.getvalue()), w.seek(0), w.truncate(), repr(w.getvalue()))
print("a", 1, None, sep="-", end="!\n", file=w)
print("second", file=w)
print(repr(w.getvalue()))
w.writelines(["x", "y"])
print(repr(w.getvalue()), w.readable(), w.writable(), w.seekable(), w.closed)
for newline in (None, "", "\n", "\r", "\r\n"):
    t = io.StringIO("a\r\nb\nc\rd", newline=newline)
    print(repr(newline), list(t), repr(t.getvalue()), t.write("\nz"), repr(t.getvalue()))
attempt(io.StringIO, 5)
attempt(io.StringIO, "x", "q")
attempt(w.write, b"x")
attempt(w.write, 5)
attempt(w.seek, -1)
attempt(w.seek, 1, 1)
attempt(w.seek, -1, 2)
attempt(w.seek, 0, 3)
attempt(w.truncate, -2)
with io.StringIO("abc") as f:
    print(next(f), list(f))
attempt(f.read)
attempt(f.getvalue)
attempt(next, f)
attempt(f.tell)
print(f.closed, io.StringIO(None).getvalue() == "", isinstance(w, io.TextIOBase))
r = io.StringIO("one\ntwo\nthree\n")
print(r.readlines(5), [line.strip() for line in r])


class Tee(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


t = Tee()
print("hello", "there", file=t)
print(t.getvalue(), end="")
