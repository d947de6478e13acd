# SPDX-License-Identifier: MIT
# heapq and bisect in their corners: stability, keys, merging, replacing, limits.

import bisect
import heapq

data = [(i * 7919) % 101 for i in range(40)]
heap = []
for x in data:
    heapq.heappush(heap, x)
print([heapq.heappop(heap) for _ in range(10)], len(heap), heap[0] == min(heap))
heapq.heapify(data)
print(all(data[(i - 1) // 2] <= data[i] for i in range(1, len(data))), heapq.heappushpop(data, -1), heapq.heapreplace(data, 500), max(data))
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(0, data), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), heapq.nlargest(1, []))
print(list(heapq.merge([1, 4, 7], [2, 5], [], [0, 9])), list(heapq.merge("ace", "bd")), list(heapq.merge([7, 4], [5, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
try:
    heapq.heappop([])
except IndexError as e:
    print("empty")
tasks = []
for i, (priority, name) in enumerate([(2, "write"), (1, "read"), (2, "edit"), (1, "plan")]):
    heapq.heappush(tasks, (priority, i, name))
print([heapq.heappop(tasks)[2] for _ in range(4)])
items = [1, 3, 3, 3, 5, 7]
for x in (0, 1, 3, 4, 7, 8):
    print(x, bisect.bisect(items, x), bisect.bisect_left(items, x), bisect.bisect_right(items, x, 2, 5), bisect.bisect_left(items, x, lo=1))
bisect.insort(items, 4)
bisect.insort_left(items, 3)
print(items, bisect.bisect([], 1))
records = [("a", 1), ("b", 5), ("c", 9)]
print(bisect.bisect(records, 5, key=lambda r: r[1]), bisect.bisect_left(records, 5, key=lambda r: r[1]))
for bad in (lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect([1, "a"], 2), lambda: heapq.heappush([1], "a")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


def grade(score, breaks=(60, 70, 80, 90), letters="FDCBA"):
    return letters[bisect.bisect(breaks, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
