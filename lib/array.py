# SPDX-License-Identifier: MIT
# array: numbers of one type in a bytearray, packed and unpacked one by one.
from struct import Struct

typecodes = "bBhHiIlLqQfd"


class array:
    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not " + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self._item = Struct("=" + typecode)
        self.itemsize = self._item.size
        self._data = bytearray()
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _pack(self, value):
        if self.typecode not in "fd" and not hasattr(value, "__index__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if self.typecode in "fd" and not hasattr(value, "__float__") and not hasattr(value, "__index__"):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        try:
            return self._item.pack(value)
        except OverflowError:
            raise
        except Exception as error:
            raise OverflowError(str(error))

    def _place(self, i, what="index"):
        i = range(i).stop
        size = len(self)
        if i < 0:
            i += size
        if not 0 <= i < size:
            raise IndexError(f"array {what} out of range")
        return i * self.itemsize

    def __len__(self):
        return len(self._data) // self.itemsize

    def __getitem__(self, i):
        if isinstance(i, slice):
            return array(self.typecode, [self[k] for k in range(*i.indices(len(self)))])
        return self._item.unpack_from(self._data, self._place(i))[0]

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            if not isinstance(value, array) or value.typecode != self.typecode:
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            items = self.tolist()
            items[i] = value.tolist()
            self._data = array(self.typecode, items)._data
            return
        place = self._place(i, "assignment index")
        self._data[place:place + self.itemsize] = self._pack(value)

    def __delitem__(self, i):
        items = self.tolist()
        if not isinstance(i, slice):
            self._place(i, "assignment index")
        del items[i]
        self._data = array(self.typecode, items)._data

    def __iter__(self):
        i = 0
        while i < len(self):
            yield self[i]
            i += 1

    def __contains__(self, value):
        return value in self.tolist()

    def __bytes__(self):
        return bytes(self._data)

    tobytes = __bytes__

    def tolist(self):
        return [value for value, in self._item.iter_unpack(self._data)]

    def append(self, value, /):
        self._data.extend(self._pack(value))

    def extend(self, values, /):
        if isinstance(values, array):
            if values.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._data.extend(bytes(values._data))
            return
        for value in values:
            self.append(value)

    def fromlist(self, values, /):
        if not isinstance(values, list):
            raise TypeError("arg must be list")
        self._data.extend(array(self.typecode, values)._data)

    def frombytes(self, data, /):
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        self._data.extend(data)

    def insert(self, i, value, /):
        size = len(self)
        i = max(i + size, 0) if i < 0 else min(i, size)
        place = i * self.itemsize
        self._data[place:place] = self._pack(value)

    def pop(self, i=-1, /):
        if not self._data:
            raise IndexError("pop from empty array")
        place = self._popped(i)
        value = self._item.unpack_from(self._data, place)[0]
        del self._data[place:place + self.itemsize]
        return value

    def _popped(self, i):
        size = len(self)
        if i < 0:
            i += size
        if not 0 <= i < size:
            raise IndexError("pop index out of range")
        return i * self.itemsize

    def index(self, value, start=0, stop=None, /):
        items = self.tolist()
        try:
            return items.index(value, start, len(items) if stop is None else stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array")

    def remove(self, value, /):
        try:
            place = self.tolist().index(value) * self.itemsize
        except ValueError:
            raise ValueError("array.remove(x): x not in array")
        del self._data[place:place + self.itemsize]

    def count(self, value, /):
        return self.tolist().count(value)

    def reverse(self):
        self._data = array(self.typecode, self.tolist()[::-1])._data

    def byteswap(self):
        size = self.itemsize
        for place in range(0, len(self._data), size):
            self._data[place:place + size] = self._data[place:place + size][::-1]

    def __copy__(self):
        return array(self.typecode, bytes(self._data))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        made = self.__copy__()
        made.extend(other)
        return made

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return array(self.typecode, bytes(self._data) * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._data = self._data * n
        return self

    def __eq__(self, other):
        return self.tolist() == other.tolist() if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self.tolist() < other.tolist() if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self.tolist() <= other.tolist() if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self.tolist() > other.tolist() if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self.tolist() >= other.tolist() if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return f"array('{self.typecode}', {self.tolist()})" if self._data else f"array('{self.typecode}')"


ArrayType = array
