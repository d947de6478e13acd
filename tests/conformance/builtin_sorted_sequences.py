# SPDX-License-Identifier: MIT
# sorted, reversed, enumerate, zip, range, slice, map and filter combined in programs.

words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words), sorted(set(words), key=len) == sorted(set(words), key=len), sorted(words, key=lambda w: (-len(w), w)))
index = {}
for position, word in enumerate(words):
    index.setdefault(word, []).append(position)
print(sorted(index.items(), key=lambda kv: (-len(kv[1]), kv[0]))[:3])
print(list(zip(words, words[1:]))[:3], dict(zip(range(3), reversed("abc"))), list(map(lambda pair: "".join(pair), zip("abc", "xyz"))))
print(list(filter(lambda w: "o" in w, words)), list(map(len, filter(str.islower, words))), sorted(map(len, words), reverse=True))
print([*reversed(range(0, 10, 3))], [*enumerate(reversed("ab"))], sorted(enumerate("cab"), key=lambda p: p[1]), max(enumerate([3, 9, 2]), key=lambda p: p[1]))
scores = {"ann": 3, "bob": 1, "cy": 3}
ranked = sorted(scores, key=lambda n: (-scores[n], n))
print(ranked, sorted(scores.values()), sorted(scores.items(), key=lambda kv: kv[1], reverse=True), min(scores, key=scores.get))
rows = [("b", 2, 1.5), ("a", 2, 0.5), ("c", 1, 9.0)]
for key in (0, 1, 2):
    print(sorted(rows, key=lambda r: r[key]))
multi = sorted(sorted(rows, key=lambda r: r[0]), key=lambda r: r[1], reverse=True)
print(multi)


def bubble(items):
    items = list(items)
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items


def merge_sort(items):
    if len(items) < 2:
        return items
    mid = len(items) // 2
    left, right = merge_sort(items[:mid]), merge_sort(items[mid:])
    out = []
    while left and right:
        out.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return out + left + right


def quick_sort(items):
    if not items:
        return []
    pivot, *rest = items
    return quick_sort([x for x in rest if x < pivot]) + [pivot] + quick_sort([x for x in rest if x >= pivot])


def insertion(items):
    out = []
    for x in items:
        i = len(out)
        while i and out[i - 1] > x:
            i -= 1
        out.insert(i, x)
    return out


data = [27, 3, 14, 3, 99, -5, 0, 61, 8, 8, 42]
expected = sorted(data)
for algorithm in (bubble, merge_sort, quick_sort, insertion):
    print(algorithm.__name__, algorithm(data) == expected, algorithm([]), algorithm([1]))
print(expected, data[0], sorted(data, key=lambda n: n % 10), sorted(data, key=str), sorted("3 11 2".split(), key=int))


def binary_search(items, x):
    lo, hi = 0, len(items)
    while lo < hi:
        mid = (lo + hi) // 2
        if items[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo if lo < len(items) and items[lo] == x else -1


print([binary_search(expected, x) for x in (-5, 99, 8, 5)])
a = [3, 1, 2]
a.sort(key=lambda x: -x)
print(a, a.sort(), a, sorted(a, reverse=True), list(reversed(a)), a[::-1])
columns = list(zip(*rows))
print(columns, [list(c) for c in zip(*columns)] == [list(r) for r in rows], sum(columns[1]), list(zip(*[iter(range(6))] * 2)))
