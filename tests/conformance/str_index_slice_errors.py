# SPDX-License-Identifier: MIT
# Indexes and slices of sequences: bounds, types, objects with __index__.


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Wrong:
    def __index__(self):
        return "no"


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for seq in ("abcdef", b"abcdef", [1, 2, 3, 4, 5, 6], (1, 2, 3, 4, 5, 6), range(6), bytearray(b"abcdef")):
    for index in (0, -1, 5, -6, 6, -7, True, Index(2), 10**30, -10**30):
        attempt(seq.__getitem__, index)
    for index in ("1", None, 1.0, Wrong(), (1, 2)):
        attempt(lambda s, i: s[i], seq, index)
    print(seq[Index(1):Index(4)], seq[10:], seq[:-10], seq[-100:100], seq[4:1], seq[::-2], seq[10**20:], seq[:-10**20:-1])
    attempt(lambda s: s[::0], seq)
    attempt(lambda s: s["a":], seq)
    attempt(lambda s: s[:1.5], seq)
    attempt(lambda s: s[::Wrong()], seq)
