# SPDX-License-Identifier: MIT
# heapq and bisect: order, ties, keys, errors.
import bisect
import heapq

numbers = [(i * 7919 + 13) % 101 for i in range(60)]
heap = []
for n in numbers:
    heapq.heappush(heap, n)
print(all(heap[i] <= heap[2 * i + 1 + k] for i in range(60) for k in (0, 1) if 2 * i + 1 + k < 60))
out = []
while heap:
    out.append(heapq.heappop(heap))
print(out == sorted(numbers), out[:5])
heap = numbers[:]
heapq.heapify(heap)
print(heap[0], heapq.heapreplace(heap, 1000), heap[0], heapq.heappushpop(heap, -1), heapq.heappushpop(heap, 5000), sorted(heap)[-2:])
for function in (heapq.heappop, lambda h: heapq.heapreplace(h, 1)):
    try:
        function([])
    except IndexError as e:
        print("IndexError")
print(heapq.heappushpop([], 3), heapq.nlargest(3, numbers), heapq.nsmallest(3, numbers))
words = ["pear", "fig", "apple", "kiwi", "date", "plum"]
print(heapq.nlargest(2, words, key=len), heapq.nsmallest(4, words, key=len), heapq.nlargest(0, words), heapq.nsmallest(-1, words), heapq.nlargest(99, [2, 1]))
print(list(heapq.merge([1, 4, 7], (2, 5, 8), iter([3, 6, 9]))), list(heapq.merge()), list(heapq.merge([], [1])))
print(list(heapq.merge(["dog", "horse"], ["cat", "fish", "kangaroo"], key=len)))
print(list(heapq.merge([9, 5, 1], [8, 4, 0], reverse=True)))
print(list(heapq.merge([(1, "a"), (1, "b")], [(1, "c")], key=lambda p: p[0])))
print(list(heapq.merge([3, 1], [2], key=lambda x: -x, reverse=False)))


class Job:
    def __init__(self, rank, name):
        self.rank = rank
        self.name = name

    def __lt__(self, other):
        return self.rank < other.rank


jobs = []
for i, name in enumerate("write test ship plan".split()):
    heapq.heappush(jobs, Job((i * 3) % 4, name))
print([heapq.heappop(jobs).name for _ in range(4)])
items = [1, 2, 2, 2, 3, 5]
for x in (0, 1, 2, 3, 4, 5, 6):
    print(x, bisect.bisect_left(items, x), bisect.bisect_right(items, x), bisect.bisect(items, x))
print(bisect.bisect_left(items, 2, 2), bisect.bisect_right(items, 2, 0, 2), bisect.bisect_left(items, 9, 1, 3))
for x in (5, 0, 2):
    bisect.insort(items, x)
bisect.insort_left(items, 2)
print(items)
rows = [("blue", 1), ("red", 5), ("yellow", 8)]
print(bisect.bisect_left(rows, 5, key=lambda r: r[1]), bisect.bisect(rows, 5, key=lambda r: r[1]))
bisect.insort(rows, ("brown", 7), key=lambda r: r[1])
bisect.insort_left(rows, ("green", 5), key=lambda r: r[1])
print(rows)
try:
    bisect.bisect_left([1], 2, -1)
except ValueError as e:
    print(e)
try:
    bisect.insort([1, 2], "x")
except TypeError as e:
    print(e)
