# SPDX-License-Identifier: MIT
# What a memoryview says of its shape.
from array import array

for view in (memoryview(b"abcd"), memoryview(bytearray(3))[1:], memoryview(b""), memoryview(array("i", [1, 2, 3])),
             memoryview(array("d", [1.5])), memoryview(bytes(8)).cast("H")):
    print(view.ndim, view.shape, view.strides, view.suboffsets, view.nbytes, view.itemsize, len(view))
    print(view.contiguous, view.c_contiguous, view.f_contiguous)
view.release()
for name in ("ndim", "shape", "strides", "suboffsets", "contiguous", "c_contiguous", "f_contiguous"):
    try:
        getattr(view, name)
    except ValueError as e:
        print(name, e)
