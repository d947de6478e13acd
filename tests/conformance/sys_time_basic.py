# SPDX-License-Identifier: MIT
# sys and time: what does not depend on the machine.

import sys
import time

print(len(sys.argv), sys.byteorder, sys.maxsize > 2 ** 29, type(sys.maxsize).__name__)
print(sys.version_info[0] >= 3, sys.version_info >= (3, 4), type(sys.version).__name__, isinstance(sys.platform, str))
print("sys" in sys.modules, isinstance(sys.path, list), hasattr(sys, "exit"), hasattr(sys, "nothing"))
try:
    sys.exit(4)
except SystemExit as e:
    print("exit", e.code)
a = time.time()
b = time.time()
print(a >= 0, b >= a, isinstance(a, float), isinstance(int(a), int))
print(time.sleep(0), time.sleep(0.001))
start = time.monotonic()
end = time.monotonic()
print(end >= start, end - start < 100)
if hasattr(time, "perf_counter"):
    print(time.perf_counter() <= time.perf_counter())
else:
    print(True)
if hasattr(time, "time_ns"):
    print(time.time_ns() > 0, isinstance(time.time_ns(), int))
else:
    print(True, True)
if hasattr(time, "ticks_ms"):
    ticks = time.ticks_ms()
    print(time.ticks_diff(time.ticks_ms(), ticks) >= 0)
else:
    print(True)
for bad in (lambda: time.sleep(-1), lambda: time.sleep("x")):
    try:
        bad()
        print("no error")
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
print(sys.argv[1:], isinstance(sys.argv[0], str), sys.argv[0] != "")
sys.stdout.write("written directly\n")
print("to stdout", file=sys.stdout)
