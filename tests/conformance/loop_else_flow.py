# SPDX-License-Identifier: MIT
# Loops with else, break, continue, changes of what is walked over, nested loops, try inside, walrus, deletion.


def find(items, wanted):
    for i, x in enumerate(items):
        if x == wanted:
            break
    else:
        return "absent"
    return i


print(find("abc", "b"), find("abc", "z"), find("", "a"))
for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
    if n < 0:
        break
else:
    print("never")
print(n)
while n < 0:
    n += 1
else:
    print("else", n)
out = []
for i in range(3):
    for j in range(3):
        if j == 2:
            continue
        if i == 2:
            break
        out.append((i, j))
    else:
        out.append(f"row {i}")
        continue
    out.append("left")
print(out)
for x in []:
    pass
else:
    print("empty", "x" in dir() or "no x")
i = 100
for i in range(3):
    i *= 10
print(i)
for a, (b, *c) in [(1, (2, 3, 4)), (5, "xy")]:
    print(a, b, c)
d = {}
for d["key"] in range(3):
    pass
items = [0, 0]
for items[1] in "ab":
    pass
print(d, items)


def flow(kind):
    log = []
    for i in range(3):
        try:
            log.append(i)
            if i == 1:
                if kind == "break":
                    break
                if kind == "continue":
                    continue
                if kind == "return":
                    return log
                if kind == "raise":
                    raise ValueError
            log.append("end")
        except ValueError:
            log.append("except")
        finally:
            log.append("fin")
    else:
        log.append("else")
    return log


for kind in ("none", "break", "continue", "return", "raise"):
    print(kind, flow(kind))
data = [3, 1, 4, 1, 5]
while (x := data.pop()) != 4:
    print(x, end=" ")
print(data, x)
queue = [1]
for item in queue:
    if item < 20:
        queue += [item * 2, item * 3]
print(queue, len(queue))
count = 0
while True:
    count += 1
    if count % 2:
        continue
    if count > 6:
        break
print(count)
text = ""
for c in "hello world":
    if c == " ":
        break
    text = c + text
print(text)
for i in range(5):
    for j in range(5):
        if i * j == 6:
            break
    else:
        continue
    print("found", i, j)
    break
k = 5
while k:
    k -= 1
    del data[:1]
    if not data:
        print("emptied at", k)
        break
print([y for x in range(4) if x % 2 for y in range(x)], sum(1 for _ in iter(lambda: next(it), 3)) if (it := iter([1, 2, 3])) else None)
