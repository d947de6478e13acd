# SPDX-License-Identifier: MIT
# array: numbers of one type, packed and unpacked one by one, in a bytearray, from which the class
# derives, so that whatever takes bytes takes an array.
from struct import Struct

typecodes = "bBhHiIlLqQfd"

_get = bytearray.__getitem__
_set = bytearray.__setitem__
_delete = bytearray.__delitem__
_extend = bytearray.extend


class array(bytearray):
    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not " + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        if isinstance(initializer, str):
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        self = bytearray.__new__(cls)
        self.typecode = typecode
        self._item = Struct("=" + typecode)
        self.itemsize = self._item.size
        if isinstance(initializer, (bytes, bytearray)) and not isinstance(initializer, array):
            self.frombytes(initializer)
        else:
            for value in initializer:
                self.append(value)
        return self

    def __init__(self, typecode, initializer=(), /):
        pass

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

    def _item_at(self, place):
        return slice(place, place + self.itemsize)

    def _become(self, values):
        _set(self, slice(None), bytes(array(self.typecode, values)))

    def __len__(self):
        return bytearray.__len__(self) // self.itemsize

    def __bool__(self):
        return bytearray.__len__(self) > 0

    def __getitem__(self, i):
        if isinstance(i, slice):
            return array(self.typecode, [self[k] for k in range(*i.indices(len(self)))])
        return self._item.unpack_from(self, self._place(i))[0]

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            if not isinstance(value, array) or value.typecode != self.typecode:
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            items = self.tolist()
            items[i] = value.tolist()
            self._become(items)
            return
        place = self._place(i, "assignment index")
        _set(self, self._item_at(place), self._pack(value))

    def __delitem__(self, i):
        items = self.tolist()
        if not isinstance(i, slice):
            self._place(i, "assignment index")
        del items[i]
        self._become(items)

    def __iter__(self):
        i = 0
        while i < len(self):
            yield self[i]
            i += 1

    def __reversed__(self):
        return reversed(self.tolist())

    def __contains__(self, value):
        return value in self.tolist()

    def __bytes__(self):
        return bytes(_get(self, slice(None)))

    tobytes = __bytes__

    def tolist(self):
        return [value for value, in self._item.iter_unpack(_get(self, slice(None)))]

    def append(self, value, /):
        _extend(self, self._pack(value))

    def extend(self, values, /):
        if isinstance(values, array):
            if values.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            _extend(self, bytes(values))
            return
        for value in values:
            self.append(value)

    def fromlist(self, values, /):
        if not isinstance(values, list):
            raise TypeError("arg must be list")
        _extend(self, bytes(array(self.typecode, values)))

    def frombytes(self, data, /):
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        _extend(self, bytes(data))

    def insert(self, i, value, /):
        size = len(self)
        i = max(i + size, 0) if i < 0 else min(i, size)
        place = i * self.itemsize
        _set(self, slice(place, place), self._pack(value))

    def pop(self, i=-1, /):
        if not self:
            raise IndexError("pop from empty array")
        size = len(self)
        if i < 0:
            i += size
        if not 0 <= i < size:
            raise IndexError("pop index out of range")
        value = self[i]
        _delete(self, self._item_at(i * self.itemsize))
        return value

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
        _delete(self, self._item_at(place))

    def count(self, value, /):
        return self.tolist().count(value)

    def reverse(self):
        self._become(self.tolist()[::-1])

    def byteswap(self):
        for place in range(0, bytearray.__len__(self), self.itemsize):
            _set(self, self._item_at(place), _get(self, self._item_at(place))[::-1])

    def buffer_info(self):
        return id(self), len(self)

    def __copy__(self):
        return array(self.typecode, bytes(self))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __reduce_ex__(self, protocol):
        return array, (self.typecode, self.tolist())

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
        return array(self.typecode, bytes(self) * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        _set(self, slice(None), bytes(self) * n)
        return self

    def __eq__(self, other):
        if isinstance(other, array):
            return self.tolist() == other.tolist()
        return False if isinstance(other, bytes) else NotImplemented

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

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
        return f"array('{self.typecode}', {self.tolist()})" if self else f"array('{self.typecode}')"

    __str__ = __repr__


ArrayType = array
