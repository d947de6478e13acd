# SPDX-License-Identifier: MIT
# Views of bytes and bytearrays: reading, slicing, writing, comparing, methods, errors.


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


data = bytearray(b"0123456789")
view = memoryview(data)
print(len(view), view[0], view[-1], bytes(view[2:5]), view[2:8][1:3].tobytes(), view.tolist()[:3], view.nbytes, view.readonly)
print(view.format, view.itemsize)
view[0] = 65
view[1:4] = b"bcd"
view[4:6] = bytearray(b"xy")
view[6:8] = memoryview(b"ZZ")
print(data, bytes(view), view == data, view == b"Abcdxy" + b"ZZ89", view[:3] == b"Abc", view != b"", view == "Abc")
attempt(view.__setitem__, 0, 256)
attempt(view.__setitem__, 0, "a")
attempt(view.__setitem__, 50, 1)
attempt(view.__setitem__, slice(0, 2), b"abc")
attempt(view.__getitem__, 10)
read = memoryview(b"fixed")
print(read.readonly, read.hex(), list(read), 102 in read, sum(read), max(read), [c for c in read[::1]])
attempt(read.__setitem__, 0, 1)
attempt(memoryview, "text")
attempt(memoryview, 5)
attempt(memoryview, [1])
print(bytes(read[1:3]) + b"!", b"".join([read, view[:2]]), bytearray(read), b"fi" in bytes(read), str(read.tobytes(), "ascii"))
empty = memoryview(b"")
print(len(empty), bytes(empty), list(empty), bool(empty), empty == b"", empty.tolist())
inner = memoryview(view[2:6])
inner[0] = 33
print(data, bytes(inner), view.obj is data, inner.obj is data, memoryview(data)[3:3].tobytes())
with memoryview(data) as v:
    print(v[0])
view.release()
