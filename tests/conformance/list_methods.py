# SPDX-License-Identifier: MIT
# Every list method.

a = [3, 1, 2]
print(a.append(4), a)
print(a.extend([5, 6]), a.extend("xy"), a.extend(range(2)), a)
print(a.insert(0, "first"), a.insert(2, "mid"), a.insert(100, "end"), a.insert(-1, "before"), a)
print(a.pop(), a.pop(0), a.pop(-1), a.pop(1), a)
print(a.remove(1), a.remove("x"), a)
print(a.index(2), a.count(2), a.index("y"), [1, 2, 1, 2].index(2, 2), [1, 2, 1].index(1, 1, 3), [1, 1.0, True].count(1))
b = a.copy()
b.append("copy")
print(a, b)
print(a.reverse(), a)
numbers = [5, 2, 9, 1]
print(numbers.sort(), numbers, numbers.sort(reverse=True), numbers)
print(a.clear(), a)
for name, args in (("pop", ()), ("remove", (1,)), ("index", (1,)), ("pop", (3,))):
    try:
        getattr(a, name)(*args)
    except (IndexError, ValueError) as e:
        print(name, type(e).__name__, e)
try:
    [1].pop(5)
except IndexError as e:
    print(e)
try:
    [1].extend(5)
except TypeError as e:
    print(e)
try:
    [].append()
except TypeError:
    print("TypeError")
try:
    [1, 2].push(3)
except AttributeError as e:
    print(e)
stack = []
for c in "((a)(b))":
    if c == "(":
        stack.append(c)
    elif c == ")":
        stack.pop()
    print(len(stack), end=" ")
print()
queue = [1]
seen = []
while queue:
    n = queue.pop(0)
    seen.append(n)
    if n < 8:
        queue.extend([n * 2, n * 2 + 1])
print(seen)
print(list.append.__name__, [1].__len__(), [1, 2].__contains__(2), [5].__getitem__(0), list.copy([1]))
a = [1, 2, 3]
for x in a:
    if len(a) < 6:
        a.append(x * 10)
print(a)
a = list(range(8))
for x in a:
    if x % 2:
        a.remove(x)
print(a)
