# SPDX-License-Identifier: MIT
# Every kind of object that lies in ROM and can be written; damaged images are made from it.
import math
X = 25
NAMES = ["a", "b", "c"]
TABLE = {n: i for i, n in enumerate(NAMES)}
class Led:
    count = 0
    def __init__(self, pin):
        self.pin = pin
        self.on = False
    def toggle(self):
        self.on = not self.on
        return self.on
led = Led(X)
def make():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
counter = make()
counter()
S = {1.5, (1, 2), "x"}
B = bytearray(b"abc")
total = 0
def add(v):
    global total
    total += v
print(X, NAMES, TABLE, led.pin, led.toggle(), counter(), counter(), sorted(map(str, S)), B)
NAMES.append("d"); TABLE["d"] = 3; B[0] = 65; S.add(7)
led.extra = 5
Led.count += 1
add(5); add(6)
print(NAMES, TABLE, B, len(S), led.extra, Led.count, led.count, total, led.__dict__)
class Sub(Led):
    pass
print(Sub(3).pin, math.pi)
