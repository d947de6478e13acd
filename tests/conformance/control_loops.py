# SPDX-License-Identifier: MIT
# while and for: else clauses, break, continue, nested loops, changing the sequence.

i = 0
while i < 3:
    i += 1
    if i == 2:
        continue
    print("while", i)
else:
    print("while else")
while True:
    i += 1
    if i > 5:
        break
else:
    print("never")
print(i)
for x in []:
    print("never")
else:
    print("empty else")
for x in range(5):
    if x == 3:
        break
else:
    print("never")
print(x)


def find(n, items):
    for i, item in enumerate(items):
        if item == n:
            result = f"at {i}"
            break
    else:
        result = "absent"
    return result


print(find(3, [1, 2, 3]), find(9, [1, 2, 3]), find(1, []))
out = []
for i in range(4):
    for j in range(4):
        if j > i:
            break
        if (i + j) % 2:
            continue
        out.append((i, j))
    else:
        out.append("row complete")
print(out)
primes = []
for n in range(2, 30):
    for p in primes:
        if n % p == 0:
            break
    else:
        primes.append(n)
print(primes)


def early(items):
    for outer in items:
        for inner in outer:
            if inner < 0:
                return inner
    return None


print(early([[1, 2], [3, -4, 5]]), early([[1], []]))
for i in range(3):
    for i in range(10, 12):
        pass
    print(i)
for i in (n * n for n in range(3)):
    i += 100
    print(i, end=" ")
print()
numbers = [1, 2, 3, 4]
for n in numbers[:]:
    if n % 2 == 0:
        numbers.remove(n)
print(numbers)
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
while 0:
    print("never")
while not (done := i > 3):
    i = 9
count = 0
while True:
    count += 1
    while True:
        count += 10
        break
    if count > 30:
        break
print(count, done)
for a, b in zip(range(3), "xyz"):
    if a == 1:
        continue
    print(a, b)
for c in "abc": print(c, end="")
print()
total = 0
for row in [[1, 2], [3], []]:
    if not row: continue
    for v in row: total += v
print(total)
if total > 5: print("one line"); print("two statements")
elif total: pass
else: print("never")
for _ in range(2):
    try:
        continue
    finally:
        print("finally on continue")
