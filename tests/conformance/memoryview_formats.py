# memoryview: items of other formats than B, of arrays and by cast().
from array import array

a = array("i", [1, -2, 300000, 4])
m = memoryview(a)
print(len(m), m.format, m.itemsize, m.nbytes, m[1], m[-1], list(m), m.tolist(), m.readonly)
m[2] = -7
m[0:2] = array("i", [8, 9])
print(a, m[1:3].tolist(), list(m[1:]), m[1:3].format, bytes(m[:1]))
for code in "bBhHiIqQfd":
    items = memoryview(array(code, [1, 2]))
    print(code, items.format, items.itemsize, items[1], items.tolist(), sum(items), 2 in items)
data = bytearray(range(8))
words = memoryview(data).cast("H")
print(words.tolist(), words[1], words.format, len(words))
words[1] = 0xffff
print(data, words[1:3].tolist(), words.cast("B")[2], memoryview(data).cast("b")[2], memoryview(data).cast("@I").tolist())
data[:] = bytes(8)
memoryview(data).cast("d")[0] = 1.5
print(data, memoryview(data).cast("d")[0], memoryview(data).cast("f").tolist())
for wrong in (lambda: words.cast("I"), lambda: memoryview(data).cast("x"), lambda: memoryview(bytearray(3)).cast("H"),
              lambda: words[9], lambda: words.__setitem__(0, 70000), lambda: words.__setitem__(0, "a"),
              lambda: words.__setitem__(0, 1.5), lambda: words.__setitem__(slice(0, 1), b"ab"),
              lambda: m.__setitem__(slice(0, 2), array("i", [1])), lambda: m.__setitem__(slice(0, 2), array("I", [1, 2])),
              lambda: memoryview(bytes(4)).cast("H").__setitem__(0, 1), lambda: memoryview(data).cast(3)):
    try:
        print(wrong())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
text = bytearray(range(10))
view = memoryview(text)
view[1:] = view[:-1]
print(text)
numbers = array("I", range(5))
view = memoryview(numbers)
view[:-1] = view[1:]
print(numbers, view == memoryview(numbers), bytearray(view)[:4], view.hex())
