# SPDX-License-Identifier: MIT
# Huffman coding with a heap, bit packing into bytes, and decoding; several texts.

import heapq


def tree_of(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    heap = [(n, c, None) for c, n in counts.items()]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], min(a[1], b[1]), (a, b)))
    return heap[0]


def codes_of(node, prefix="", out=None):
    out = {} if out is None else out
    if node[2] is None:
        out[node[1]] = prefix or "0"
    else:
        for bit, child in zip("01", node[2]):
            codes_of(child, prefix + bit, out)
    return out


def pack(bits):
    data = bytearray()
    for i in range(0, len(bits), 8):
        data.append(int(bits[i:i + 8].ljust(8, "0"), 2))
    return bytes(data)


def unpack(data, count):
    return "".join(f"{b:08b}" for b in data)[:count]


def decode(bits, codes):
    back = {v: k for k, v in codes.items()}
    word, out = "", []
    for b in bits:
        word += b
        if word in back:
            out.append(back[word])
            word = ""
    assert word == ""
    return "".join(out)


for text in ("abracadabra", "aaaa", "mississippi river", "to be or not to be", "z", "äöüäöä", "the quick brown fox jumps over the lazy dog"):
    codes = codes_of(tree_of(text))
    bits = "".join(codes[c] for c in text)
    packed = pack(bits)
    assert decode(unpack(packed, len(bits)), codes) == text
    words = list(codes.values())
    assert not any(a != b and b.startswith(a) for a in words for b in words)
    print(f"{text[:12]!r:<16}{len(text.encode()):>3} -> {len(packed):>3} bytes, {len(bits)} bits, {len(codes)} symbols, longest {max(map(len, words))}, {packed.hex()[:16]}")
    print(sorted(codes.items(), key=lambda p: (len(p[1]), p[1]))[:4])
