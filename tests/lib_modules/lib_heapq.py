# SPDX-License-Identifier: MIT
# fz-search: stdlib
# heapq: every public function, with tuples, keys, merging and errors.
import heapq

data = [27, 3, 14, 3, 99, -5, 0, 61, 8, 8, 42]
heap = []
for item in data:
    heapq.heappush(heap, item)
print(heap[0], len(heap), [heapq.heappop(heap) for _ in range(len(heap))])
heap = data[:]
heapq.heapify(heap)
print(heap[0], all(heap[i] <= heap[c] for i in range(len(heap)) for c in (2 * i + 1, 2 * i + 2) if c < len(heap)))
print(heapq.heappushpop(heap, -100), heapq.heappushpop(heap, 1), heapq.heapreplace(heap, 50), heap[0])
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(0, data), heapq.nsmallest(100, data) == sorted(data))
words = ["pear", "fig", "banana", "apple", "kiwi"]
print(heapq.nlargest(2, words, key=len), heapq.nsmallest(2, words, key=len), heapq.nlargest(1, words), heapq.nsmallest(1, words, key=lambda w: w[-1]))
print(list(heapq.merge([1, 4, 7], [2, 5, 8], [0, 9])), list(heapq.merge([9, 5], [8, 1], reverse=True)), list(heapq.merge()))
print(list(heapq.merge(["dog", "horse"], ["cat", "fish", "kangaroo"], key=len)))
tasks = []
for priority, name in ((3, "sleep"), (1, "eat"), (2, "work"), (1, "drink")):
    heapq.heappush(tasks, (priority, name))
print([heapq.heappop(tasks)[1] for _ in range(4)])


class Job:
    def __init__(self, cost):
        self.cost = cost

    def __lt__(self, other):
        return self.cost < other.cost


jobs = [Job(c) for c in (5, 1, 4)]
heapq.heapify(jobs)
print([heapq.heappop(jobs).cost for _ in range(3)])
for action in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify([1, "a"])):
    try:
        action()
    except (IndexError, TypeError) as e:
        print(type(e).__name__)
print(heapq.heappushpop([], "alone"), heapq.nlargest(2, {"a": 1, "b": 2}), heapq.nsmallest(2, (x * x % 7 for x in range(10))))
running = []
for n, value in enumerate(data):
    heapq.heappush(running, -value)
    if len(running) > 3:
        heapq.heappop(running)
print(sorted(-v for v in running), sorted(heapq.__all__))
