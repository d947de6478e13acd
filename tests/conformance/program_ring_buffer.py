# SPDX-License-Identifier: MIT
# A sensor pipeline: ring buffer, moving statistics, thresholds with hysteresis, packing to bytes.

class RingBuffer:
    def __init__(self, size):
        self._data = [0] * size
        self._head = 0
        self._full = False

    def push(self, value):
        old = self._data[self._head] if self._full else None
        self._data[self._head] = value
        self._head = (self._head + 1) % len(self._data)
        self._full = self._full or self._head == 0
        return old

    def __len__(self):
        return len(self._data) if self._full else self._head

    def __iter__(self):
        start = self._head if self._full else 0
        for i in range(len(self)):
            yield self._data[(start + i) % len(self._data)]

    def __getitem__(self, i):
        if not -len(self) <= i < len(self):
            raise IndexError(i)
        return list(self)[i]


class Moving:
    def __init__(self, size):
        self.ring, self.total = RingBuffer(size), 0

    def __call__(self, value):
        old = self.ring.push(value)
        self.total += value - (old or 0)
        return self.total / len(self.ring)


class Hysteresis:
    def __init__(self, low, high):
        if low >= high:
            raise ValueError("low must be below high")
        self.low, self.high, self.on = low, high, False

    def update(self, value):
        before = self.on
        if value >= self.high:
            self.on = True
        elif value <= self.low:
            self.on = False
        return self.on != before


def noise(seed, n, span):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield (seed >> 16) % span


def pack(samples):
    out = bytearray()
    for s in samples:
        out += int(s).to_bytes(2, "little")
    return bytes(out) + bytes([sum(out) & 0xFF])


def unpack(raw):
    body, check = raw[:-1], raw[-1]
    if sum(body) & 0xFF != check:
        raise ValueError("checksum")
    return [int.from_bytes(body[i:i + 2], "little") for i in range(0, len(body), 2)]


ring = RingBuffer(4)
print(len(ring), list(ring))
for i in range(6):
    ring.push(i)
    print(list(ring), len(ring), ring[0], ring[-1])
try:
    ring[4]
except IndexError as e:
    print("IndexError", e)
moving, alarm = Moving(3), Hysteresis(30, 60)
events = []
for t, sample in enumerate(noise(42, 40, 100)):
    average = moving(sample)
    if alarm.update(average):
        events.append((t, f"{average:.1f}", "on" if alarm.on else "off"))
print(events, list(moving.ring))
try:
    Hysteresis(5, 5)
except ValueError as e:
    print(e)
samples = list(noise(7, 5, 1000))
raw = pack(samples)
print(samples, raw, unpack(raw) == samples, raw.hex())
broken = bytearray(raw)
broken[0] ^= 1
try:
    unpack(bytes(broken))
except ValueError as e:
    print("ValueError", e)
frames = [raw[i:i + 4] for i in range(0, len(raw), 4)]
print(frames, b"".join(frames) == raw)
