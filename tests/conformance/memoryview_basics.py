# memoryview over bytes and bytearray: reading, slicing without a copy, writing through it.


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__, str(error)


data = bytearray(range(10))
view = memoryview(data)
print(len(view), view[0], view[9], view[-1], view.nbytes, view.itemsize, view.format, view.readonly)
print(type(view).__name__, view.obj is data, bool(view), bool(memoryview(b"")))
print(list(view), view.tolist(), view.tobytes(), bytes(view), bytearray(view), view.hex(), view.hex("-", 2))
part = view[2:6]
print(bytes(part), len(part), list(part), bytes(part[1:-1]), bytes(view[20:]), bytes(view[:-8]))
part[0] = 200
part[-1] = 201
print(data, bytes(view))
part[1:3] = b"ab"
print(data)
view[0:4] = view[4:8]
print(data)
view[2:6] = view[0:4]
print(data)
view[:] = bytes(10)
print(data)
for i in range(len(view)):
    view[i] = i * 3
print(data, sum(view), max(view), 9 in view, 10 in view)

print(view == data, view == bytes(data), bytes(data) == view, view != data, view == memoryview(b"x"))
print(memoryview(b"abc") == memoryview(bytearray(b"abc")), memoryview(b"abc") == "abc", view == 1)
for wrong in (lambda: view[10], lambda: view[-11], lambda: view["x"]):
    print(attempt(wrong)[0])
print(attempt(view.__setitem__, 0, 256))
print(attempt(view.__setitem__, 0, -1))
print(attempt(view.__setitem__, 0, "x"))
print(attempt(view.__setitem__, slice(0, 2), b"abc"))
print(attempt(view.__setitem__, slice(0, 2), 5)[0])
print(attempt(memoryview, 1))
print(attempt(memoryview, "text"))
read_only = memoryview(b"constant")
print(read_only.readonly, read_only[0], bytes(read_only[3:]), attempt(read_only.__setitem__, 0, 1))
try:
    del view[0]
except TypeError as error:
    print(error)
print(bytes(view.cast("B")), bytes(view.toreadonly()), view.toreadonly().readonly)
print(bytes(memoryview(part)), memoryview(part).obj is data)

with memoryview(data) as inner:
    print(inner[1])
print(attempt(len, inner))
print(attempt(lambda: inner[0]))
print(attempt(inner.tobytes))
view2 = memoryview(data)
view2.release()
view2.release()
print(attempt(lambda: view2.nbytes))

# Where bytes are taken.
print(b"x" + memoryview(b"yz"), b"".join([memoryview(b"ab"), b"c"]), b"abcd".find(memoryview(b"cd")))
out = bytearray(b"12345678")
out[2:4] = memoryview(b"zz")
out.extend(memoryview(b"!"))
out += memoryview(b"?")
print(out, int.from_bytes(memoryview(b"\x01\x02"), "big"), str(memoryview(b"text"), "utf-8"))
print(sorted(memoryview(b"hello")), bytes(reversed(b"abc")), [x for x in memoryview(b"ab")])


def fill(buffer, value):
    for i in range(len(buffer)):
        buffer[i] = value + i


block = bytearray(12)
whole = memoryview(block)
for k in range(3):
    fill(whole[k * 4:(k + 1) * 4], k * 16)
print(block.hex())
a, b, *c = memoryview(b"\x01\x02\x03\x04")
print(a, b, c)
