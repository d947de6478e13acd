# SPDX-License-Identifier: MIT
# bench-size: 180
# The Mandelbrot set as a bitmap. Measures float arithmetic on local variables.
import sys


def row_bits(y, size, limit):
    """One row of the picture as bytes, most significant bit first."""
    bits = 0
    out = bytearray()
    ci = 2.0 * y / size - 1.0
    for x in range(size):
        cr = 2.0 * x / size - 1.5
        zr = zi = rr = ii = 0.0
        for _ in range(limit):
            zi = 2.0 * zr * zi + ci
            zr = rr - ii + cr
            rr = zr * zr
            ii = zi * zi
            if rr + ii > 4.0:
                bits <<= 1
                break
        else:
            bits = bits << 1 | 1
        if x % 8 == 7:
            out.append(bits & 0xFF)
    if size % 8:
        out.append(bits << 8 - size % 8 & 0xFF)
    return out


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    checksum = 0
    inside = 0
    for y in range(size):
        row = row_bits(y, size, 50)
        if size <= 24:
            print("".join(f"{byte:08b}" for byte in row).replace("0", ".").replace("1", "#"))
        for byte in row:
            checksum = (checksum * 31 + byte) & 0xFFFFFF
            while byte:
                inside += byte & 1
                byte >>= 1
    print(size, inside, checksum)


main()
