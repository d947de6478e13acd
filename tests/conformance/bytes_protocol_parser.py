# SPDX-License-Identifier: MIT
# A binary protocol: frames with length, type and checksum, split over chunks, with damaged frames skipped.


def checksum(data):
    total = 0
    for b in data:
        total = (total * 31 + b) & 0xFFFF
    return total


def frame(kind, payload):
    body = bytes([kind, len(payload)]) + payload
    return b"\x7e" + body + checksum(body).to_bytes(2, "little")


class Reader:
    def __init__(self):
        self.buffer = bytearray()
        self.skipped = 0

    def feed(self, chunk):
        self.buffer += chunk
        while True:
            start = self.buffer.find(b"\x7e")
            if start < 0:
                self.skipped += len(self.buffer)
                self.buffer.clear()
                return
            self.skipped += start
            del self.buffer[:start]
            if len(self.buffer) < 3 or len(self.buffer) < 5 + self.buffer[2]:
                return
            size = self.buffer[2]
            body = bytes(self.buffer[1:3 + size])
            if int.from_bytes(self.buffer[3 + size:5 + size], "little") != checksum(body):
                self.skipped += 1
                del self.buffer[:1]
                continue
            del self.buffer[:5 + size]
            yield body[0], body[2:]


def decode(kind, payload):
    match kind:
        case 1:
            return "text " + payload.decode("utf-8", "replace")
        case 2:
            return "number " + str(int.from_bytes(payload, "big", signed=True))
        case 3:
            return "list " + str([int.from_bytes(payload[i:i + 2], "little") for i in range(0, len(payload), 2)])
        case _:
            return f"kind {kind}: {payload.hex(' ')}"


stream = frame(1, "grüße".encode()) + b"noise" + frame(2, (-70000).to_bytes(4, "big", signed=True)) + b"\x7e\x01\x05bad" + frame(3, b"\x01\x00\xff\x00\x10\x27") + frame(9, bytes(range(5))) + frame(1, b"")
for size in (1, 3, 7, 100):
    reader = Reader()
    found = []
    for at in range(0, len(stream), size):
        found += [decode(*f) for f in reader.feed(stream[at:at + size])]
    print(size, found, reader.skipped, len(reader.buffer))
print(len(stream), stream[:12].hex(), checksum(b"abc"), frame(0, b"x"))
damaged = bytearray(stream)
results = set()
for i in range(0, len(damaged), 4):
    damaged[i] ^= 0x20
    results.add(len(list(Reader().feed(bytes(damaged)))))
    damaged[i] ^= 0x20
print(sorted(results), bytes(damaged) == stream)


def escape(data):
    return data.replace(b"\x7d", b"\x7d\x5d").replace(b"\x7e", b"\x7d\x5e")


def unescape(data):
    return data.replace(b"\x7d\x5e", b"\x7e").replace(b"\x7d\x5d", b"\x7d")


for data in (b"plain", b"\x7e\x7d", b"\x7d\x5e", bytes(range(0x78, 0x82))):
    print(escape(data), unescape(escape(data)) == data)


def rle(data):
    out = bytearray()
    i = 0
    while i < len(data):
        n = 1
        while i + n < len(data) and data[i + n] == data[i] and n < 255:
            n += 1
        out += bytes((n, data[i]))
        i += n
    return bytes(out)


def unrle(data):
    return b"".join(data[i + 1:i + 2] * data[i] for i in range(0, len(data), 2))


for data in (b"", b"aaaabbbc", bytes(300), b"abc"):
    print(len(data), rle(data)[:12], unrle(rle(data)) == data)
