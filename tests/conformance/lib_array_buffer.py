# Arrays where bytes are taken: as a buffer, in struct, beside bytes.
import struct
from array import array

a = array("i", [1, 2, 3])
print(bytes(a), bytearray(a), b"-" + a, memoryview(a).nbytes, bytes(memoryview(a))[:4])
struct.pack_into("<i", a, 4, 77)
print(a, struct.unpack_from("<i", a, 4), struct.unpack("<3i", a), int.from_bytes(a[:1], "little"))
print(a == array("i", [1, 77, 3]), a == array("b", [1, 77, 3]), a == b"123", a != b"123", a == 5, a == [1, 77, 3])
print(array("H", array("b", [1, 2])), array("b", b"abc"), str(array("b", b"abc"), "utf8"), array("i"), bool(array("i")))
print(list(reversed(a)), a[::-1], a[1:], sum(a), max(a), 77 in a, a.index(77), a.count(1), len(a), sorted(a))
a.insert(1, 5)
a.append(9)
a.extend(array("i", [10]))
a.extend([11])
print(a, a.pop(), a.pop(0), a)
a.remove(77)
del a[0]
a[0] = -4
a[1:] = array("i", [7, 8, 9])
print(a, a * 2, a + array("i", [1]), a.tolist(), a.tobytes())
a *= 2
a += array("i", [1])
a.reverse()
print(a, f"{a}", str(a), repr(a))
a.byteswap()
print(a[0], hex(a[0]))


class Samples(array):
    def mean(self):
        return sum(self) / len(self)


s = Samples("h", [1, 2, 6])
print(s.mean(), isinstance(s, array), s[0], len(s))
for wrong in (lambda: array("i", "text"), lambda: array("x"), lambda: array("i", ["a"]), lambda: array("b", [200]),
              lambda: a + [1], lambda: a.extend(array("b", [1])), lambda: a[99], lambda: array(1), lambda: hash(a),
              lambda: array("H", b"123"), lambda: array("i", [1.5])):
    try:
        print(wrong())
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        print(type(error).__name__)

# struct through windows
data = bytearray(b"0123456789")
window = memoryview(data)[1:7]
print(struct.unpack("<h", window[:2]), struct.unpack_from("<H", window, 2), struct.unpack("2s", window[1:3]))
struct.pack_into("<H", window, 1, 0x4142)
print(data, bytes(window))
try:
    struct.pack_into("<Q", window, 0, 1)
except struct.error as error:
    print(type(error).__name__)


class Shrinks:
    def __index__(self):
        small.clear()
        return 1


small = bytearray(8)
try:
    struct.pack_into("<BI", small, 0, Shrinks(), 2)
except (struct.error, BufferError) as error:
    print("too short")
